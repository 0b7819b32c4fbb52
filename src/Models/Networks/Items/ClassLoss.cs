using Research.Models.Training;
using static TorchSharp.torch;

namespace Research.Models.Networks.Items;

/// <summary>Cross-entropy of a class an item.</summary>
/// <param name="classes">Class of every item.</param>
/// <param name="weights">Weight of each class in training; null for equal ones.</param>
/// <param name="smoothing">Share of the truth that is spread over all classes in training (Szegedy et al., 2016).</param>
public sealed class ClassLoss(IReadOnlyList<int> classes, float[]? weights, double smoothing) : IItemLoss
{
    public nn.Module? Module => null;

    public Tensor Of(Tensor outputs, int[] items)
    {
        Tensor truth = tensor([.. items.Select(item => (long)classes[item])]);
        Tensor? weight = weights is null ? null : tensor(weights);
        return nn.functional.cross_entropy(outputs, truth, weight, label_smoothing: smoothing);
    }

    /// <summary>validation_loss and validation_accuracy; all classes weigh the same here.</summary>
    public MetricValues Validation(float[][] outputs, IReadOnlyList<int> items) =>
        ClassScores.Of(outputs, [.. items.Select(item => classes[item])]).AsValidation();
}
