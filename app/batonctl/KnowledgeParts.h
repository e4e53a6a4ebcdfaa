#pragma once

#include "app/batonctl/Command.h"

namespace baton::ctl {

/// knowledge add PATH…
Exit addKnowledge(Session &session, const QStringList &paths);
/// knowledge check; DoneWithRejects where something is listed.
Exit checkKnowledge(Session &session);

/// knowledge embeddings [DIR|URL|none]; of place empty: tells what is used.
Exit chooseEmbeddings(Session &session, const QString &place);

} // namespace baton::ctl
