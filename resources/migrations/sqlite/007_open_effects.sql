-- Deployments whose outcome is not known are looked for at every claim.
create index run_effect_open on run_effect (intended_at) where kind = 'deployment' and answer is null;
