#include "ui/panels/SentSheet.h"

#include "ui/text/Format.h"

#include <QtCore/QTimeZone>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sentHeight = 320;

}

SentSheet::SentSheet(const Look &look, const QList<SentToModel> &sent, QWidget *parent)
    : Sheet(look, tr("What was sent to the model"), parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setSentence(sent.isEmpty()
                    ? tr("Nothing has left this computer for a model since Baton was started.")
                    : tr("Byte for byte, with masks in place of personal data. It is kept until "
                         "Baton is closed."));
    cancel()->setText(tr("Close"));
    if (sent.isEmpty())
        return;
    QStringList all;
    for (auto one = sent.rbegin(); one != sent.rend(); ++one)
        all += tr("%1 to %2, about %3", "a time, an address, a conversation")
                   .arg(format::time(one->at, QTimeZone::systemTimeZone()), one->place,
                        one->conversation.text())
            + u'\n' + QString::fromUtf8(one->body);
    auto *field = new QPlainTextEdit;
    field->setReadOnly(true);
    field->setAccessibleName(tr("What was sent"));
    field->setFont(look.font(Role::Small));
    field->setMinimumHeight(sentHeight);
    field->setPlainText(all.join(u"\n\n"_s));
    body()->addWidget(field);
}

} // namespace baton::ui
