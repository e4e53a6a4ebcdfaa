#include "ui/text/ErrorText.h"

#include <QtCore/QCoreApplication>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

struct ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return u"InvalidArgument"_s;
    case ErrorCode::InvalidInput:
        return u"InvalidInput"_s;
    case ErrorCode::TooLarge:
        return u"TooLarge"_s;
    case ErrorCode::NotFound:
        return u"NotFound"_s;
    case ErrorCode::Io:
        return u"Io"_s;
    case ErrorCode::Corrupt:
        return u"Corrupt"_s;
    case ErrorCode::NewerVersion:
        return u"NewerVersion"_s;
    case ErrorCode::Locked:
        return u"Locked"_s;
    case ErrorCode::Conflict:
        return u"Conflict"_s;
    case ErrorCode::Refused:
        return u"Refused"_s;
    case ErrorCode::Offline:
        return u"Offline"_s;
    case ErrorCode::Cancelled:
        return u"Cancelled"_s;
    case ErrorCode::Internal:
        return u"Internal"_s;
    }
    Q_UNREACHABLE();
}

ErrorText withSubject(ErrorCode code, const QString &subject)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return {ErrorWords::tr("That cannot be done with %1.").arg(subject),
                ErrorWords::tr("Look at the conversation again and choose another action.")};
    case ErrorCode::InvalidInput:
        return {ErrorWords::tr("%1 is not what it must be.").arg(subject),
                ErrorWords::tr("Correct it there; everything else was read.")};
    case ErrorCode::TooLarge:
        return {ErrorWords::tr("%1 is larger than Baton takes.").arg(subject),
                ErrorWords::tr("Make it smaller, then try again.")};
    case ErrorCode::NotFound:
        return {ErrorWords::tr("%1 is not there.").arg(subject),
                ErrorWords::tr("It may have been moved or removed; choose another one.")};
    case ErrorCode::Io:
        return {ErrorWords::tr("The disk refused %1.").arg(subject),
                ErrorWords::tr("See that there is space and that you may write there.")};
    case ErrorCode::Corrupt:
        return {ErrorWords::tr("%1 is damaged.").arg(subject),
                ErrorWords::tr("Keep a copy of it, then run “batonctl doctor”.")};
    case ErrorCode::NewerVersion:
        return {ErrorWords::tr("%1 was written by a newer Baton.").arg(subject),
                ErrorWords::tr("Install the newer version; nothing was changed.")};
    case ErrorCode::Locked:
        return {ErrorWords::tr("%1 is in use by another Baton.").arg(subject),
                ErrorWords::tr("Close the other one, then try again.")};
    case ErrorCode::Conflict:
        return {ErrorWords::tr("%1 changed meanwhile.").arg(subject),
                ErrorWords::tr("Look at what is new, then decide again.")};
    case ErrorCode::Refused:
        return {ErrorWords::tr("The other side refused %1.").arg(subject),
                ErrorWords::tr("It stays in the outbox with its reason; change it or discard it.")};
    case ErrorCode::Offline:
        return {ErrorWords::tr("%1 cannot be reached.").arg(subject),
                ErrorWords::tr("Keep working; your replies wait in the outbox.")};
    case ErrorCode::Cancelled:
        return {ErrorWords::tr("%1 was stopped.").arg(subject),
                ErrorWords::tr("Nothing was changed.")};
    case ErrorCode::Internal:
        return {ErrorWords::tr("Baton made a mistake with %1.").arg(subject),
                ErrorWords::tr("What you typed is kept. Copy the details and report them.")};
    }
    Q_UNREACHABLE();
}

QString happenedWithoutSubject(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return ErrorWords::tr("That cannot be done here.");
    case ErrorCode::InvalidInput:
        return ErrorWords::tr("Something that came in is not what it must be.");
    case ErrorCode::TooLarge:
        return ErrorWords::tr("That is larger than Baton takes.");
    case ErrorCode::NotFound:
        return ErrorWords::tr("That is not there.");
    case ErrorCode::Io:
        return ErrorWords::tr("The disk refused.");
    case ErrorCode::Corrupt:
        return ErrorWords::tr("A file of Baton is damaged.");
    case ErrorCode::NewerVersion:
        return ErrorWords::tr("A file was written by a newer Baton.");
    case ErrorCode::Locked:
        return ErrorWords::tr("Another Baton is using the same folder.");
    case ErrorCode::Conflict:
        return ErrorWords::tr("It changed meanwhile.");
    case ErrorCode::Refused:
        return ErrorWords::tr("The other side refused.");
    case ErrorCode::Offline:
        return ErrorWords::tr("The other side cannot be reached.");
    case ErrorCode::Cancelled:
        return ErrorWords::tr("It was stopped.");
    case ErrorCode::Internal:
        return ErrorWords::tr("Baton made a mistake.");
    }
    Q_UNREACHABLE();
}

} // namespace

ErrorText errorText(const Error &error)
{
    ErrorText out = withSubject(error.code, error.subject);
    if (error.subject.isEmpty())
        out.happened = happenedWithoutSubject(error.code);
    return out;
}

QString ErrorText::toString() const
{
    return ErrorWords::tr("%1 %2", "what happened, what to do").arg(happened, todo);
}

QString errorDetails(const Error &error)
{
    return u"%1: %2: %3"_s.arg(codeName(error.code), error.subject, error.detail);
}

} // namespace baton::ui
