#pragma once

#include <QtCore/QByteArrayView>

#include <gumbo.h>

#include <memory>
#include <vector>

namespace baton::knowledge {

/// A page as the HTML5 standard reads it, by gumbo, within a budget of memory and time: a small
/// page of unclosed tags could ask for gigabytes or minutes.
class HtmlTree
{
public:
    explicit HtmlTree(QByteArrayView utf8); ///< outlives it
    ~HtmlTree();

    const GumboNode *document() const; ///< null where the budget was used up
    const GumboNode *root() const;     ///< the element html

private:
    class Budget;
    std::unique_ptr<Budget> m_budget;
    GumboOutput *m_output = nullptr;
};

/// Null where there can be none.
const GumboVector *childrenOf(const GumboNode *node);

/// Visits top and what is below it in the order of the text, without recursion. enter(node) says
/// whether to go into it; leave(node) follows what was gone into.
template <class Enter, class Leave>
void visit(const GumboNode *top, Enter enter, Leave leave)
{
    struct Open
    {
        const GumboNode *node;
        unsigned next;
    };
    std::vector<Open> path;
    if (enter(top))
        path.push_back({top, 0});
    while (!path.empty()) {
        Open &last = path.back();
        const GumboVector *children = childrenOf(last.node);
        if (!children || last.next >= children->length) {
            leave(last.node);
            path.pop_back();
            continue;
        }
        const auto *child = static_cast<const GumboNode *>(children->data[last.next++]);
        if (enter(child))
            path.push_back({child, 0});
    }
}

/// Null where it is no element, or has no such attribute.
const char *attributeOf(const GumboNode *node, const char *name);
bool isElement(const GumboNode *node, GumboTag tag);

} // namespace baton::knowledge
