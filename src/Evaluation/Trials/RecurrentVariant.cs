using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.FrontEnds;
using Research.Models.Networks;
using Research.Models.Training;

namespace Research.Evaluation.Trials;

/// <summary>Frames, network and training that go together.</summary>
public sealed record RecurrentVariant
{
    public required MfccFrames Frames { get; init; }

    public required RecurrentSettings Network { get; init; }

    public required TrainingSettings Training { get; init; }

    /// <summary>What the settings in words leave out; else empty.</summary>
    public required string Remark { get; init; }

    /// <summary>Its trial on one dataset with one split, whose network is not kept.</summary>
    public RecurrentTrial On(DatasetRef data, Protocol split, ulong seed) =>
        new()
        {
            Dataset = data,
            Protocol = split,
            Fold = "",
            PerUtterance = false,
            Variant = this,
            KeepsModel = false,
            Seed = seed,
        };

    /// <summary>Settings in words, as tables have them.</summary>
    public string Name
    {
        get
        {
            string kind = Network.Bidirectional ? "bilstm" : "lstm";
            OptimizerSettings optimizer = Training.Optimizer;
            string dropout = Network.Dropout > 0 ? $", dropout {Network.Dropout:0.##}" : "";
            string decay = optimizer.WeightDecay > 0 ? $", l2 {optimizer.WeightDecay:0.####}" : "";
            string text = FormattableString.Invariant(
                $"mfcc {Frames.Coefficients}, {kind} {Network.Layers}x{Network.Hidden}, lr {optimizer.LearningRate:0.####}"
            );
            return text + dropout + decay + (Remark.Length == 0 ? "" : $", {Remark}");
        }
    }
}
