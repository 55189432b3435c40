// SPDX-License-Identifier: Apache-2.0
#include "productdeployments.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::plan {

Result<std::optional<ProductDeployments::Place>> ProductDeployments::find(const QString &resource, std::stop_token stop)
{
    while (true) {
        if (const auto known = m_places.constFind(resource); known != m_places.cend())
            return *known;
        if (m_unread.isEmpty() && m_isComplete)
            return std::nullopt;
        if (m_unread.isEmpty()) {
            if (const auto read = readPage(stop); !read)
                return fail(read.error());
            continue;
        }
        const QString deployment = m_unread.first().id;
        const auto resources = camunda::resources(m_engine, deployment, stop);
        if (!resources)
            return fail(resources.error());
        m_unread.removeFirst();
        for (const camunda::Resource &entry : *resources) {
            if (!m_places.contains(entry.name))
                m_places.insert(entry.name, {deployment, entry.id});
        }
    }
}

Result<void> ProductDeployments::readPage(std::stop_token stop)
{
    static const QRegularExpression stamp(u"\\A\\d{8}-\\d{6}\\z"_s);
    constexpr int page = 50;
    const auto deployments = camunda::listDeployments(m_engine, m_prefix, m_listed, page, stop);
    if (!deployments)
        return fail(deployments.error());
    m_listed += page;
    m_isComplete = deployments->size() < page;
    for (const camunda::Deployment &deployment : *deployments) {
        if (stamp.match(deployment.name.mid(m_prefix.size())).hasMatch())
            m_unread << deployment;
    }
    return {};
}

} // namespace pipeline::plan
