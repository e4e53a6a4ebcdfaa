#include "ui/panels/CorrectionRow.h"

#include "core/base/Text.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/Label.h"
#include "ui/panels/Switch.h"

#include <QtWidgets/QHBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int namedWords = 48; // units of a text that name its controls

}

CorrectionRow::CorrectionRow(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_text(new Label(look, Role::Body))
    , m_about(new Label(look, Role::Small, &Theme::ink2))
    , m_used(new Switch(look, {}))
    , m_remove(new IconButton(look, u"close"_s, {}))
{
    m_text->setElided(Qt::ElideRight);
    m_about->setElided(Qt::ElideRight);
    m_remove->setButtonSize(ButtonSize::Small);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_text);
    words->addWidget(m_about);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 3, 0, 3);
    row->setSpacing(8);
    row->addLayout(words, 1);
    row->addWidget(m_used);
    row->addWidget(m_remove);
    connect(m_used, &QCheckBox::clicked, this, [this](bool used) {
        if (used)
            Q_EMIT useChosen(m_conversation);
        else
            Q_EMIT leaveOutChosen(m_conversation);
    });
    connect(m_remove, &QAbstractButton::clicked, this,
            [this] { Q_EMIT removeRequested(m_conversation); });
}

void CorrectionRow::show(const IntentCorrection &correction, const QString &about)
{
    m_conversation = correction.conversation;
    const QString text = correction.text.simplified();
    m_text->setText(text);
    m_text->setInk(correction.used ? &Theme::ink : &Theme::ink3);
    m_about->setText(about);
    const QString name = text::firstWords(text, namedWords);
    m_used->setAccessibleName(tr("Learn from “%1”").arg(name));
    m_used->setToolTip(correction.used ? tr("Is learnt from") : tr("Is left out"));
    m_used->setChecked(correction.used);
    m_remove->setName(tr("Remove “%1”").arg(name));
    setAccessibleName(text);
}

} // namespace baton::ui
