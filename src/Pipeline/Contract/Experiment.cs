using Research.Data;
using Research.Results.Charts;

namespace Research.Pipeline;

/// <summary>A question, the trials that answer it, and the tables that are made of what they predicted; its record is its settings.</summary>
/// <remarks>
/// Name and study follow from the type: Research.Experiments.Digits.GmmHmm is the target Digits.GmmHmm, its trials are Digits.GmmHmm/1, /2, ….
/// It holds no training code: a change in a table, a metric, a claim or a chart makes tables anew and trains nothing.
/// </remarks>
public abstract record Experiment
{
    public string Study => GetType().Namespace!.Split('.')[^1];

    public string Name => GetType().Name;

    public string Target => $"{Study}.{Name}";

    /// <summary>What it asks, in one sentence.</summary>
    public abstract string Question { get; }

    /// <summary>Every dataset that its tables or trials look at.</summary>
    public required IReadOnlyList<DatasetRef> Data { get; init; }

    /// <summary>Feature sets that its tables are made of; those of its trials are the trials' own.</summary>
    public virtual IReadOnlyList<FeatureSet> Features => [];

    /// <summary>Its trials, in a fixed order; each description stands once.</summary>
    public virtual IReadOnlyList<Trial> Trials => [];

    /// <summary>Memory that making its tables needs at its peak, bytes.</summary>
    public virtual long MemoryBytes => 512L << 20;

    /// <summary>Seeds of its trials; each gives one value of every figure that depends on chance.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>Pictures of its tables, which the report draws.</summary>
    public virtual IReadOnlyList<Chart> Charts() => [];

    /// <summary>Variants of its summary that the README may show; null for all.</summary>
    public virtual IReadOnlyList<string>? Highlights() => null;

    /// <summary>What profile sample verifies of it; null where it runs whole there.</summary>
    public virtual Sample? Sampled() => null;

    /// <summary>Makes its figures and tables.</summary>
    public abstract Measurement Tabulate(TableInputs inputs);
}
