using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>Who is in which part, by settings alone: the same settings, items and seed give the same parts on every machine.</summary>
public abstract record Protocol
{
    /// <summary>The parts of those items.</summary>
    /// <param name="items">All of them; the parts hold their indices.</param>
    /// <param name="seed">Of the random draws, each of which has a stream of its own.</param>
    /// <exception cref="ResearchException">The items cannot be split in this way; the message says why.</exception>
    public abstract TrainValidationTest Of(SplitItems items, ulong seed);

    /// <summary>The classes that take part, in the order of the class indices: all, unless the protocol chooses.</summary>
    public virtual IReadOnlyList<string> ClassesOf(SplitItems items) => items.Classes;
}
