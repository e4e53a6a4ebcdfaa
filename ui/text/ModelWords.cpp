#include "ui/text/ModelWords.h"

#include <QtCore/QCoreApplication>

namespace baton::ui {

namespace {

struct ModelTexts
{
    Q_DECLARE_TR_FUNCTIONS(ModelWords)
};

} // namespace

QString modelTrouble(ModelTrouble trouble)
{
    switch (trouble) {
    case ModelTrouble::None:
        return {};
    case ModelTrouble::Address:
        return ModelTexts::tr("The model's address is none. Correct it in the settings.");
    case ModelTrouble::Connection:
        return ModelTexts::tr("The model's server does not answer. See that it runs.");
    case ModelTrouble::Silence:
        return ModelTexts::tr("The model's server fell silent. Try again, or use a smaller model.");
    case ModelTrouble::Busy:
        return ModelTexts::tr(
            "The model's server is busy or still loading. Try again in a moment.");
    case ModelTrouble::NoQuota:
        return ModelTexts::tr("The model's account has no quota left. Ask whoever pays for it.");
    case ModelTrouble::Key:
        return ModelTexts::tr("The model's server refused the key. Correct it in the settings.");
    case ModelTrouble::NoKey:
        return ModelTexts::tr("The environment variable for the model's key is not set. Set it and "
                              "start Baton again.");
    case ModelTrouble::NotThere:
        return ModelTexts::tr(
            "The server has no such model or path. Choose another one in the settings.");
    case ModelTrouble::TooLong:
        return ModelTexts::tr(
            "The conversation is longer than the model takes. Use one with more context.");
    case ModelTrouble::Redirect:
        return ModelTexts::tr(
            "The model's server sends on to another address. Name that one in the settings.");
    case ModelTrouble::Declined:
        return ModelTexts::tr("The model declined to write this.");
    case ModelTrouble::NoAnswer:
        return ModelTexts::tr(
            "The model answered with no text. Try again, or see that the address is a model's.");
    case ModelTrouble::TooLarge:
        return ModelTexts::tr("The model's server sent more than Baton takes.");
    case ModelTrouble::Server:
        return ModelTexts::tr("The model's server reported an error. Its log tells which.");
    case ModelTrouble::StaysHere:
        return ModelTexts::tr("The policy keeps this conversation from models. Nothing was sent.");
    case ModelTrouble::Unchecked:
        return ModelTexts::tr("Nothing is there to check a draft against. Nothing was sent.");
    }
    Q_UNREACHABLE();
}

QString modelProgress(const ModelText &text, qint64 nowSteadyMs)
{
    if (isOver(text.state))
        return {};
    const auto seconds = int(std::max<qint64>(0, nowSteadyMs - text.sinceSteadyMs) / secondMs);
    if (text.state == ModelState::Streaming)
        return ModelTexts::tr("The model writes…");
    if (text.thinks)
        return ModelTexts::tr("The model thinks, %1 s").arg(seconds);
    if (text.state == ModelState::Waiting)
        return ModelTexts::tr("Waiting for the model, %1 s").arg(seconds);
    return ModelTexts::tr("Asking the model…");
}

QString modelIncomplete(ModelState state)
{
    switch (state) {
    case ModelState::Truncated:
        return ModelTexts::tr("The draft was cut off: the model had no room left.");
    case ModelState::Filtered:
        return ModelTexts::tr("The draft was stopped by a filter.");
    case ModelState::Cancelled:
        return ModelTexts::tr("The draft was stopped here.");
    case ModelState::Interrupted:
        return ModelTexts::tr("The draft broke off here.");
    default:
        return {};
    }
}

} // namespace baton::ui
