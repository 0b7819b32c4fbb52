using Research.Models.Networks;
using Research.Numerics;
using Research.Results.Trials;

namespace Research.Evaluation.Recognition;

/// <summary>How sure a model may be: its scores are divided by a temperature that was fitted on recordings that it did not learn from.</summary>
/// <remarks>
/// Source: Guo, Pleiss, Sun and Weinberger (2017), "On calibration of modern neural networks", ICML: the temperature with the least cross-entropy; the error is theirs too, the mean
/// distance of confidence and accuracy over ten bins of confidence, weighted by their items. A temperature below 1 would make a model surer than it says; it is not used.
/// </remarks>
/// <param name="Temperature">1 to 1,000.</param>
/// <param name="FittedOn">Which recordings, in words.</param>
/// <param name="Items">How many they were.</param>
/// <param name="ErrorBefore">Expected calibration error of the model as it is, on other recordings than the temperature was fitted on.</param>
/// <param name="ErrorAfter">The same with the temperature.</param>
public sealed record Calibration(double Temperature, string FittedOn, int Items, double ErrorBefore, double ErrorAfter)
{
    private const double Hottest = 1000;
    private const double LeastProbability = 1e-300; // one that became 0 is at least this far away
    private const int Bins = 10;
    private const int Steps = 60;

    /// <summary>Fits the temperature on some predictions and measures the error on others.</summary>
    /// <param name="fitted">With probabilities.</param>
    /// <param name="measured">With probabilities, of other items.</param>
    public static Calibration Of(ClassPredictions fitted, ClassPredictions measured, string fittedOn)
    {
        double temperature = Fit(fitted);
        return new(temperature, fittedOn, fitted.Items.Count, ErrorOf(measured, 1), ErrorOf(measured, temperature));
    }

    /// <summary>The probabilities at the temperature.</summary>
    public double[] Apply(double[] probabilities) => At(probabilities, Temperature);

    internal static double ErrorOf(ClassPredictions predictions, double temperature)
    {
        (double Confidence, bool Right)[] all =
        [
            .. predictions.Probabilities!.Select(
                (row, i) => (At(row, temperature).Max(), predictions.Predicted[i] == predictions.Truth[i])
            ),
        ];
        double[] distances =
        [
            .. all.GroupBy(item => Math.Min(Bins - 1, (int)(item.Confidence * Bins)))
                .OrderBy(bin => bin.Key)
                .Select(bin => Math.Abs(OrderedSum.Of([.. bin.Select(item => item.Confidence - (item.Right ? 1 : 0))]))),
        ];
        return OrderedSum.Of(distances) / all.Length;
    }

    // The cross-entropy has one valley along the logarithm of the temperature: a golden-section search.
    private static double Fit(ClassPredictions predictions)
    {
        const double Golden = 0.6180339887498949;
        (double low, double high) = (0, PortableMath.Log(Hottest));
        for (int step = 0; step < Steps; step++)
        {
            double width = Golden * (high - low);
            (double left, double right) = (high - width, low + width);
            (low, high) = CrossEntropy(predictions, left) <= CrossEntropy(predictions, right) ? (low, right) : (left, high);
        }

        return PortableMath.Exp(0.5 * (low + high));
    }

    private static double CrossEntropy(ClassPredictions predictions, double logTemperature)
    {
        double temperature = PortableMath.Exp(logTemperature);
        return -OrderedSum.Of([
            .. predictions.Probabilities!.Select(
                (row, i) => PortableMath.Log(Math.Max(LeastProbability, At(row, temperature)[predictions.Truth[i]]))
            ),
        ]);
    }

    private static double[] At(double[] probabilities, double temperature) =>
        ClassScores.Softmax([.. probabilities.Select(p => PortableMath.Log(Math.Max(LeastProbability, p)) / temperature)]);
}
