#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/KnowledgeParts.h"
#include "core/desk/Settings.h"
#include "core/knowledge/Embedding.h"
#include "core/models/ServerAccess.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

void tell(Session &session, const EmbeddingSource &source)
{
    if (session.output.isJson())
        session.output.json({{"embeddings", utf8(source.place)}, {"model", utf8(source.model)}});
    else
        session.output.line(source.place.isEmpty()
                                ? u"None."_s
                                : (source.place + u"  "_s + source.model).trimmed());
}

/// Tries it, so that a wrong name is told now and not by a search that stays without.
bool works(Session &session, const EmbeddingSource &source)
{
    const Interrupt interrupt;
    const QByteArray key = qgetenv("BATON_EMBEDDINGS_KEY");
    const auto opened = knowledge::openEmbedder(source.place, source.model, key,
                                                [] { return !Interrupt::isRequested(); });
    if (!opened) {
        const Error &error = opened.error();
        session.output.problem(
            error.detail.isEmpty() || error.code == ErrorCode::Cancelled
                ? words(error, u"use the model"_s)
                : u"Could not use the model: %1: %2"_s.arg(error.subject, error.detail));
        return false;
    }
    if (models::sendsInTheClear(source.place))
        session.output.aside(
            key.isEmpty()
                ? u"Documents and questions will cross the network unencrypted. Use https."_s
                : u"The key, documents and questions will cross the network unencrypted. Use "
                  "https."_s);
    session.output.aside(u"%1, %2 dimensions"_s.arg(opened->model).arg(opened->dimension));
    return true;
}

} // namespace

Exit chooseEmbeddings(Session &session, const QString &place)
{
    const QString file = session.profile.settingsFile;
    auto settings = loadSettings(file);
    if (!settings) {
        session.output.problem(documentWords(settings.error(), u"read the settings"_s));
        return Exit::CouldNot;
    }
    if (place.isEmpty()) {
        tell(session, settings->embeddings);
        return Exit::Done;
    }
    EmbeddingSource source;
    if (place != "none"_L1)
        source = {knowledge::isServer(place) ? place : QFileInfo(place).absoluteFilePath(),
                  session.options.files.value(u"model"_s)};
    if (!source.place.isEmpty() && !works(session, source))
        return Exit::CouldNot;
    settings->embeddings = source;
    if (const Result<void> saved = saveSettings(file, *settings); !saved) {
        session.output.problem(words(saved.error(), u"save the settings"_s));
        return Exit::CouldNot;
    }
    tell(session, source);
    return Exit::Done;
}

} // namespace baton::ctl
