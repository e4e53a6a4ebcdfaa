#pragma once

#include "ui/views/SettingsSection.h"

class QAbstractButton;
class QScrollArea;
class QStackedWidget;

namespace baton::ui {

class ActionRegistry;
class Button;
class AuditSection;
class DataSection;
class ModelsSection;
class ReviewsSection;

enum class SettingsPage {
    General,
    Keys,
    Appearance,
    Connections,
    Models,
    Reviews,
    Data,
    Audit,
    About
};

/// A list of pages at the left, the page at the right. A change applies at once, and can be taken
/// back from the row at the foot.
class SettingsView : public QWidget
{
    Q_OBJECT

public:
    SettingsView(const Look &look, const ActionRegistry &actions, QWidget *parent = nullptr);

    void setSettings(const Settings &settings);
    void setStatus(const StatusSnapshot &status);
    void setPlaces(const DataPlaces &places);
    void showPage(SettingsPage page);
    SettingsSection *page(SettingsPage page) const { return m_pages.value(int(page)); }
    ModelsSection &models() const { return *m_models; }
    AuditSection &audit() const { return *m_audit; }
    ReviewsSection &reviews() const { return *m_reviews; }
    Button *undoButton() const { return m_undo; }
    QString said() const { return m_what->text(); } ///< in the row at the foot

Q_SIGNALS:
    void changed(const baton::Settings &settings);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void addPage(SettingsPage page, const QString &name, SettingsSection *section);
    void edited(const Settings &settings, const QString &what);
    void did(const QString &what, const std::function<void()> &undo);
    void refused(const QString &why);
    void say(const QString &what, QColor Theme::*ink);
    void takeBack();

    const Look &m_look;
    QWidget *m_list;
    QStackedWidget *m_stack;
    QList<SettingsSection *> m_pages;
    QList<QScrollArea *> m_scrolls; ///< beside m_pages
    QList<QAbstractButton *> m_names;
    ModelsSection *m_models;
    ReviewsSection *m_reviews;
    DataSection *m_data;
    AuditSection *m_audit;
    QWidget *m_foot;
    Label *m_what;
    Button *m_undo;
    Settings m_settings;
    std::function<void()> m_takesBack; ///< what was done last; empty: nothing to take back
};

} // namespace baton::ui
