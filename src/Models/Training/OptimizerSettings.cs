using TorchSharp;
using TorchSharp.Modules;

namespace Research.Models.Training;

/// <summary>Optimization algorithm.</summary>
public enum OptimizerKind
{
    Sgd,
    Adam,
    AdamW,
    RmsProp,
}

/// <summary>An optimiser and its rates; what is not named is PyTorch's value.</summary>
public sealed record OptimizerSettings
{
    public required OptimizerKind Kind { get; init; }

    public required double LearningRate { get; init; }

    /// <summary>L2 penalty (Adam, SGD, RMSProp) or decay of the weights themselves (AdamW).</summary>
    public required double WeightDecay { get; init; }

    /// <summary>Used by SGD and RMSProp.</summary>
    public required double Momentum { get; init; }

    public static OptimizerSettings Adam(double learningRate, double weightDecay = 0) =>
        new()
        {
            Kind = OptimizerKind.Adam,
            LearningRate = learningRate,
            WeightDecay = weightDecay,
            Momentum = 0,
        };

    internal OptimizerHelper Over(IEnumerable<Parameter> parameters) =>
        Kind switch
        {
            OptimizerKind.Sgd => torch.optim.SGD(parameters, LearningRate, momentum: Momentum, weight_decay: WeightDecay),
            OptimizerKind.Adam => torch.optim.Adam(parameters, LearningRate, weight_decay: WeightDecay),
            OptimizerKind.AdamW => torch.optim.AdamW(parameters, LearningRate, weight_decay: WeightDecay),
            _ => torch.optim.RMSProp(parameters, LearningRate, weight_decay: WeightDecay, momentum: Momentum),
        };
}
