#pragma once

#include "core/base/Result.h"
#include "core/drafting/PlaybookDrafter.h"

namespace baton::ctl {

/// The sections of a folder of documents, by what a playbook cites.
class Sections
{
public:
    /// NotFound where the folder has none; else the errors of knowledge::readDocument. Blocking.
    static Result<Sections> read(const QString &folder);

    std::optional<Passage> find(const drafting::Cite &cite) const;

private:
    void add(const Passage &passage);

    QHash<drafting::Cite, Passage> m_passages;
};

} // namespace baton::ctl
