#pragma once

#include "core/base/Result.h"
#include "core/domain/Passage.h"
#include "core/domain/Queue.h"

#include <QtCore/QMap>
#include <QtCore/QStringList>

namespace baton::ctl {

/// What the command line asked for.
struct Options
{
    QString command; ///< empty: help for all
    QStringList operands;
    QString dataDir; ///< empty: the XDG folders
    QString profile = QStringLiteral("default");
    bool json = false;
    bool help = false;
    bool version = false;
    QString output;                         ///< export, demo
    QueueView view = QueueView::AllWaiting; ///< queue
    int limit = 50;                         ///< queue, search, knowledge
    bool limitGiven = false;                ///< a list of documents is whole without it
    bool once = false;                      ///< sync
    QString folder;                         ///< sync
    quint64 seed = 1;                       ///< demo
    std::optional<Instant> until;           ///< demo; empty: its start
    bool history = false;                   ///< demo
    bool unmasked = false;                  ///< facts
    QString policy;                         ///< route: a policy file; empty: the bundled one
    QString terms;                          ///< policy: a file; empty: the bundled ones
    QString playbooks;                      ///< draft: a folder; empty: the bundled ones
    QString knowledge;                      ///< draft: a folder; empty: the bundled documents
    QString language;                       ///< knowledge; empty: any; add: what is assumed
    std::optional<Audience> audience;       ///< knowledge; absent: any; add: what is assumed
    bool retireMissing = false;             ///< knowledge add
    bool dryRun = false;                    ///< intents train
    QMap<QString, QString> files;           ///< intents, sentiment: by option, "train" and the like
    int folds = 0;                          ///< likewise, and knowledge; 0: none
    QString kind;                           ///< knowledge evaluate; empty: all
    int citations = 0;                      ///< knowledge evaluate; 0: all there are
    int wrong = 0;                          ///< knowledge evaluate: of 100 citations
};

/// arguments without the program's name. An error's detail is a sentence for the user.
/// Options stand anywhere, as "--name value" or "--name=value"; "--" ends them; "-" is an operand.
Result<Options> readOptions(const QStringList &arguments);

} // namespace baton::ctl
