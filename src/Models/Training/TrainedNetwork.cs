using static TorchSharp.torch;

namespace Research.Models.Training;

/// <summary>A network that a training step changes, under a name that is unique within the step.</summary>
public sealed record TrainedNetwork(string Name, nn.Module Module);
