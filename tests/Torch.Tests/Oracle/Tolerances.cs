namespace Research.Torch.Tests.Oracle;

/// <summary>How far from the oracle a result may be, as a share of max(1, the largest magnitude in its tensor).</summary>
internal static class Tolerances
{
    private const double Value = 1e-5;
    private const double SecondGradient = 5e-5;

    // Wider only with a reason.
    private static readonly Dictionary<string, (double Bound, string Reason)> Wider = [];

    public static double OfValues(string label) => Of(label, Value);

    public static double OfSecondGradients(string label) => Of(label, SecondGradient);

    private static double Of(string label, double otherwise) =>
        Wider.TryGetValue(label, out (double Bound, string Reason) entry) ? entry.Bound : otherwise;
}
