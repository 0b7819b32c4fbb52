using Research.Results.Charts;

namespace Research.Pipeline;

/// <summary>One experiment: data, features, model settings, seeds; its record is its settings.</summary>
/// <remarks>Name and study follow from the type: Research.Experiments.Digits.GmmHmm is the target Digits.GmmHmm.</remarks>
public abstract record Experiment
{
    public string Study => GetType().Namespace!.Split('.')[^1];

    public string Name => GetType().Name;

    public string Target => $"{Study}.{Name}";

    /// <summary>What it asks, in one sentence.</summary>
    public abstract string Question { get; }

    /// <summary>Every dataset that it opens.</summary>
    public required IReadOnlyList<DatasetRef> Data { get; init; }

    /// <summary>Every feature set that it reads; each is a target that is computed once for all who read it.</summary>
    public virtual IReadOnlyList<FeatureSet> Features => [];

    /// <summary>Targets of experiments whose files it reads, such as a model to start from.</summary>
    public virtual IReadOnlyList<string> Uses => [];

    /// <summary>Memory that its worker needs at its peak, bytes.</summary>
    public virtual long MemoryBytes => 512L << 20;

    /// <summary>Seeds of its runs; each gives one value of every figure that depends on chance.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>Pictures of its tables. They are the report's, not the measurement's: a method, which no printing of the record reaches, so that a title that changes trains nothing.</summary>
    public virtual IReadOnlyList<Chart> Charts() => [];

    /// <summary>Variants of its summary that the README may show; null for all. A method, for the same reason.</summary>
    public virtual IReadOnlyList<string>? Highlights() => null;

    /// <summary>Runs it.</summary>
    public abstract Measurement Measure(Lab lab);
}
