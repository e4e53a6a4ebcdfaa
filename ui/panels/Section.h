#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QAbstractButton>

class QVBoxLayout;

namespace baton::ui {

/// The head of a Section: its title, and a chevron that folds it.
class SectionHead : public QAbstractButton
{
    Q_OBJECT

public:
    SectionHead(const Look &look, const QString &title, QWidget *parent = nullptr);
    void setAside(const QString &words); ///< quiet words at the right
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_aside;
};

/// A part of the customer pane; one with a title can be folded. Owns its content.
class Section : public QWidget
{
    Q_OBJECT

public:
    Section(const Look &look, const QString &title, QWidget *content, QWidget *parent = nullptr);
    void setAside(const QString &words) { m_head->setAside(words); }
    bool isFolded() const { return !m_head->isChecked(); }
    void setFolded(bool folded);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    SectionHead *m_head;
    QWidget *m_content;
};

} // namespace baton::ui
