using Research.Models.Training.Schedules;
using TorchSharp.Modules;

namespace Research.Models.Training;

/// <summary>An optimiser of a training step, under a name that is unique within the step, and the schedule of its learning rate.</summary>
public sealed record TrainedOptimizer(string Name, OptimizerHelper Optimizer, LearningRateSchedule Schedule);
