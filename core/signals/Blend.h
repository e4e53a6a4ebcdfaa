#pragma once

#include "core/signals/LinearSolver.h"
#include "core/signals/PackedRows.h"

class QDataStream;

namespace baton::signs {

/// A linear model and a few small networks (Network.h) on the same rows, some of which may read
/// word by word. The margins of the model and of the networks are added up with the two weights
/// that make probabilities of them; these are fitted on folds held apart (Platt 1999, Guo et al.
/// 2017). Immutable once made; any thread.
class Blend
{
public:
    struct Recipe
    {
        LinearSolver::Loss loss = LinearSolver::Loss::Hinge;
        double cost = 1;      ///< of the linear model
        int networks = 2;     ///< that read whole texts
        int wordNetworks = 0; ///< that read word by word; more than 0 takes LabelledRows::words
    };
    static constexpr int folds = 4; ///< that rows are held apart in

    struct Learnt;
    /// folds: by row, from 0. Seconds of all cores. goOn is asked now and then with 0 … 1, on this
    /// thread; nothing where it says no. Deterministic.
    static std::optional<Learnt> train(const LabelledRows &task, const std::vector<int> &folds,
                                       const Recipe &recipe,
                                       const std::function<bool(double)> &goOn = {});

    /// By class; their softmax are the chances.
    /// words: at least one row, where readsWords().
    std::vector<float> margins(const Row &row, std::span<const Row> words = {}) const;
    bool readsWords() const { return !m_words.bias.empty(); }
    /// Of the linear part alone, unweighted.
    std::vector<float> linearMargins(const Row &row) const;

    void write(QDataStream &out) const;
    /// most: bytes that there can be at all. False where what is read does not fit together.
    bool read(QDataStream &in, quint64 most, int columns, int classes);

private:
    friend class BlendTrainer;
    std::vector<float> mixed(const std::vector<float> &linear,
                             const std::vector<float> &networks) const;

    /// Networks side by side, each with its share of all.
    struct Layers
    {
        PackedRows first;          ///< by column, then unit of any network
        std::vector<float> bias;   ///< by unit
        std::vector<float> second; ///< by unit, then class

        void add(std::span<const Row> parts, std::vector<float> &margins) const;
        void write(QDataStream &out) const;
        bool read(QDataStream &in, quint64 most, int columns, int classes);
    };
    PackedRows m_linear; ///< by column, then class; the last row is the bias
    Layers m_wholes;
    Layers m_words;                  ///< empty where none reads word by word
    std::vector<float> m_secondBias; ///< by class
    float m_linearWeight = 1;
    float m_networkWeight = 1;
};

struct Blend::Learnt
{
    Blend blend;
    std::vector<std::vector<float>> heldOut; ///< margins by row, of models that did not learn it
};

/// From margins to chances, whose sum is 1.
void softmax(std::vector<float> &margins);
/// The place of the best, of all but the one left out (−1: of all).
int bestOf(const std::vector<float> &margins, int leftOut);

} // namespace baton::signs
