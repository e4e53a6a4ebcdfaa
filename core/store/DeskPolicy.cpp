#include "core/store/DeskWriter.h"

using namespace Qt::StringLiterals;

namespace baton::store {

Result<void> DeskWriter::addPolicy(const PolicyVersion &version)
{
    return m_audit.transact(u"policy"_s, [&] { return putPolicy(version); });
}

Result<void> DeskWriter::putPolicy(const PolicyVersion &version)
{
    const int newest = m_policies.newest();
    if (version.version != newest + 1)
        return Error{ErrorCode::Conflict, u"policy"_s,
                     u"version %1 does not follow %2"_s.arg(version.version).arg(newest)};
    m_policies.add(version);
    audit(version.author.id == m_rules.agent.id.text() ? u"policy-publish"_s
                                                       : u"policy-by-"_s + version.author.id,
          u"v%1"_s.arg(version.version), QString::fromLatin1(version.sha256));
    return {};
}

} // namespace baton::store
