#include "ui/panels/NumberField.h"

#include <QtGui/QKeyEvent>

#include <algorithm>
#include <cmath>

namespace baton::ui {

namespace {

constexpr int fieldHeight = 24;

} // namespace

NumberField::NumberField(const Look &look, const QString &name, const Form &form, QWidget *parent)
    : QLineEdit(parent)
    , m_look(look)
    , m_form(form)
{
    setAccessibleName(name);
    const auto relook = [this] {
        setFont(m_look.font(Role::Small, QFont::Medium));
        setTextMargins(m_look.px(4), 0, m_look.px(4), 1); // 7 with what the style leaves
        setFixedHeight(m_look.px(fieldHeight));
        setFixedWidth(m_look.px(m_form.unit.isEmpty() ? 52 : 62));
    };
    connect(&look, &Look::changed, this, relook);
    relook();
    connect(this, &QLineEdit::editingFinished, this, &NumberField::take);
}

QString NumberField::shown(double value) const
{
    return QString::number(value, 'f', m_form.decimals) + m_form.unit;
}

void NumberField::setValue(double value)
{
    m_value = value;
    if (!hasFocus() || !isModified())
        setText(shown(value));
}

void NumberField::take()
{
    QString typed = text();
    typed.remove(m_form.unit.trimmed());
    bool isNumber = false;
    const double value = typed.trimmed().replace(u',', u'.').toDouble(&isNumber);
    setModified(false);
    if (!isNumber || value < m_form.least - 1e-9 || value > m_form.most + 1e-9
        || std::abs(value - m_value) < 1e-9) {
        setText(shown(m_value));
        return;
    }
    m_value = value;
    setText(shown(value));
    Q_EMIT changed(value);
}

void NumberField::keyPressEvent(QKeyEvent *event)
{
    if (isReadOnly() || (event->key() != Qt::Key_Up && event->key() != Qt::Key_Down)) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    const double by = event->key() == Qt::Key_Up ? m_form.step : -m_form.step;
    const double next = std::clamp(m_value + by, m_form.least, m_form.most);
    if (std::abs(next - m_value) < 1e-9)
        return;
    m_value = next;
    setText(shown(next));
    Q_EMIT changed(next);
}

} // namespace baton::ui
