namespace Research.Models.Classical;

/// <summary>Index of the largest value; the lowest index wins ties.</summary>
internal static class Argmax
{
    public static int Of(ReadOnlySpan<double> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
