#pragma once

#include "core/base/Result.h"
#include "core/drafting/PlaybookDrafter.h"

namespace baton::ctl {

/// The sections of a folder of Markdown documents, by what a playbook cites: each file has a head
/// of "name: value" lines between two rules, a title and "## heading" sections.
class Sections
{
public:
    /// NotFound where the folder has none. Blocking.
    static Result<Sections> read(const QString &folder);

    std::optional<Passage> find(const drafting::Cite &cite) const;

private:
    QHash<drafting::Cite, Passage> m_passages;
};

} // namespace baton::ctl
