// SPDX-License-Identifier: Apache-2.0
// Compares a SARIF log with the JSON schema of SARIF 2.1.0: node validate.js LOG. Prints what does not follow it.
'use strict'

const { readFileSync } = require('node:fs')
const Ajv = require('ajv')
const draft = require('ajv/lib/refs/json-schema-draft-04.json')
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')

const log = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const ajv = new Ajv({ schemaId: 'id', meta: draft, allErrors: true, logger: false })
const isValid = ajv.compile(schema)

const problems = isValid(log) ? [] : [...isValid.errors]
// A validator that takes everything would say nothing of the log either.
if (isValid({ ...log, version: '2.0.0' })) {
  problems.push({ dataPath: '', message: 'the schema takes a wrong version' })
}
const [run] = log.runs
if (run.results.length < 100 || run.tool.driver.rules.length < 50) {
  problems.push({ dataPath: '.runs[0]', message: `has ${run.results.length} results of ${run.tool.driver.rules.length} rules` })
}
for (const { dataPath, message } of problems) {
  console.error(`${dataPath} ${message}`)
}
process.exitCode = problems.length > 0 ? 1 : 0
