#include "core/knowledge/HtmlTree.h"

#include <QtCore/QElapsedTimer>

#include <csetjmp>
#include <cstdlib>

namespace baton::knowledge {

namespace {

constexpr size_t mostMemory = size_t(512) << 20; // bytes
constexpr qint64 mostMs = 5'000;                 // a page of 4 MiB takes a few hundred

} // namespace

const GumboVector *childrenOf(const GumboNode *node)
{
    switch (node->type) {
    case GUMBO_NODE_DOCUMENT:
        return &node->v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
        return &node->v.element.children;
    default:
        return nullptr;
    }
}

/// Gives gumbo its memory and takes all of it back at the end: gumbo frees a tree by recursion,
/// which a deep page would overflow, and cannot be told that there is no more. So the parse is left
/// with longjmp: only C lies between.
class HtmlTree::Budget
{
public:
    Budget() { m_time.start(); }
    ~Budget()
    {
        while (m_newest) {
            Block *block = m_newest;
            m_newest = block->older;
            std::free(block);
        }
    }
    Budget(const Budget &) = delete;
    Budget &operator=(const Budget &) = delete;

    GumboOutput *parse(QByteArrayView utf8)
    {
        GumboOptions options = kGumboDefaultOptions;
        options.allocator
            = [](void *self, size_t size) { return static_cast<Budget *>(self)->allocate(size); };
        options.deallocator
            = [](void *self, void *memory) { static_cast<Budget *>(self)->release(memory); };
        options.userdata = this;
        options.max_errors = 0;
        // NOLINTNEXTLINE(bugprone-*,cert-err52-cpp)
        if (setjmp(m_end) != 0)
            return nullptr;
        return gumbo_parse_with_options(&options, utf8.data(), size_t(utf8.size()));
    }

private:
    struct alignas(std::max_align_t) Block
    {
        Block *older = nullptr;
        Block *newer = nullptr;
        size_t size = 0;
    };

    void *allocate(size_t size)
    {
        constexpr unsigned often = 1024; // asking for the time costs as much as an allocation
        const bool late = ++m_asked % often == 0 && m_time.elapsed() > mostMs;
        if (late || size > mostMemory - m_used)
            std::longjmp(m_end, 1); // NOLINT(cert-err52-cpp)
        void *memory = std::malloc(sizeof(Block) + size);
        if (!memory)
            std::longjmp(m_end, 1); // NOLINT(cert-err52-cpp)
        Block *block = new (memory) Block{m_newest, nullptr, size};
        if (m_newest)
            m_newest->newer = block;
        m_newest = block;
        m_used += size;
        return block + 1;
    }

    void release(void *memory)
    {
        if (!memory)
            return;
        Block *block = static_cast<Block *>(memory) - 1;
        (block->newer ? block->newer->older : m_newest) = block->older;
        if (block->older)
            block->older->newer = block->newer;
        m_used -= block->size;
        std::free(block);
    }

    std::jmp_buf m_end = {};
    QElapsedTimer m_time;
    Block *m_newest = nullptr;
    size_t m_used = 0;
    unsigned m_asked = 0;
};

HtmlTree::HtmlTree(QByteArrayView utf8)
    : m_budget(std::make_unique<Budget>())
    , m_output(m_budget->parse(utf8))
{ }

HtmlTree::~HtmlTree() = default;

const GumboNode *HtmlTree::document() const
{
    return m_output ? m_output->document : nullptr;
}

const GumboNode *HtmlTree::root() const
{
    return m_output->root;
}

const char *attributeOf(const GumboNode *node, const char *name)
{
    if (node->type != GUMBO_NODE_ELEMENT)
        return nullptr;
    const GumboAttribute *attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    return attribute ? attribute->value : nullptr;
}

bool isElement(const GumboNode *node, GumboTag tag)
{
    return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

} // namespace baton::knowledge
