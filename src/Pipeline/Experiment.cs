using System.Text.Json.Serialization;

namespace Research.Pipeline;

/// <summary>One experiment: data, features, model settings, seeds; its record is its settings.</summary>
/// <remarks>Name and study follow from the type: Research.Experiments.Digits.GmmHmm is the target Digits.GmmHmm.</remarks>
public abstract record Experiment
{
    [JsonIgnore]
    public string Study => GetType().Namespace!.Split('.')[^1];

    [JsonIgnore]
    public string Name => GetType().Name;

    [JsonIgnore]
    public string Target => $"{Study}.{Name}";

    /// <summary>What it asks, in one sentence.</summary>
    [JsonIgnore]
    public abstract string Question { get; }

    /// <summary>Every dataset that it opens.</summary>
    public required IReadOnlyList<DatasetRef> Data { get; init; }

    /// <summary>Seeds of its runs; each gives one value of every figure that depends on chance.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>Runs it.</summary>
    public abstract Measurement Measure(Lab lab);
}
