#include "app/batonctl/Judges.h"

#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/Stores.h"

#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

template <class Document>
std::optional<Document> documentOf(Session &session, const QString &file,
                                   Result<Document> (*read)(const QByteArray &),
                                   Document (*bundled)())
{
    if (file.isEmpty())
        return bundled();
    constexpr qint64 largest = 16LL << 20; // bytes
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly) || source.size() > largest) {
        session.output.problem(
            words({ErrorCode::Io, file, source.errorString()}, u"read %1"_s.arg(file)));
        return {};
    }
    Result<Document> document = read(source.readAll());
    if (document)
        return std::move(document).value();
    session.output.problem(u"%1: %2"_s.arg(file, document.error().detail));
    return {};
}

} // namespace

std::optional<policy::Policy> policyFor(Session &session)
{
    if (session.options.policy.isEmpty())
        return policyOf(session);
    return documentOf(session, session.options.policy, &policy::readPolicy, &policy::bundledPolicy);
}

std::optional<signs::Terms> termsFor(Session &session)
{
    return documentOf(session, session.options.terms, &signs::Terms::read, &signs::bundledTerms);
}

std::optional<signs::SignalReader> readerFor(Session &session, const Catalogue &catalogue)
{
    const Interrupt interrupt;
    Result<signs::SignalReader> reader = signs::SignalReader::open(
        catalogue, session.profile.paths.data + u"/models"_s, [&session](double done) {
            session.output.progress(u"Learning the intents"_s, done);
            return !Interrupt::isRequested();
        });
    session.output.endProgress();
    if (!reader) {
        session.output.problem(words(reader.error(), u"learn the intents"_s));
        return {};
    }
    return std::move(reader).value();
}

} // namespace baton::ctl
