#include "app/batonctl/Judges.h"

#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Interrupt.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

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
