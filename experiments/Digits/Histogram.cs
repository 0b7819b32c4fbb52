namespace Research.Experiments.Digits;

/// <summary>Counts of values in bins of one width, the last bin with its upper end (as numpy.histogram).</summary>
internal sealed record Histogram(double Low, double High, int[] Counts)
{
    public static Histogram Of(double[] values, double low, double high, int bins)
    {
        var counts = new int[bins];
        double width = (high - low) / bins;
        foreach (double value in values)
        {
            int bin = width > 0 ? (int)((value - low) / width) : 0;
            counts[Math.Clamp(bin, 0, bins - 1)]++;
        }

        return new(low, high, counts);
    }

    public static ResultTable NewTable() =>
        new(
            "histogram",
            [
                .. Column.Texts("document", "digit", "speaker"),
                .. Column.Counts("coefficient", "bin"),
                .. Column.Numbers(3, "low", "high"),
                Column.Count("count"),
                Column.Number("share", 4),
            ]
        );

    public void AddTo(ResultTable table, string document, string digit, string speaker, int coefficient)
    {
        double width = (High - Low) / Counts.Length;
        for (int bin = 0; bin < Counts.Length; bin++)
        {
            double low = Low + (bin * width);
            table.Add(document, digit, speaker, coefficient, bin + 1, low, low + width, Counts[bin], Share(bin));
        }
    }

    /// <summary>Σ min of both shares: 1 for histograms of one shape, 0 for ones that share no bin.</summary>
    public double Overlap(Histogram other) =>
        OrderedSum.Of([.. Enumerable.Range(0, Counts.Length).Select(bin => Math.Min(Share(bin), other.Share(bin)))]);

    private double Share(int bin) => Counts.Sum() is > 0 and int all ? (double)Counts[bin] / all : 0;
}
