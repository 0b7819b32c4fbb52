using Research.Numerics;

namespace Research.Torch.Tests.Orders;

/// <summary>The orders of docs/torch.md, one plain loop each.</summary>
internal static class PlainSums
{
    private const int Block = 512;
    private const int Lanes = 8;
    private const int PartialDepth = 256;

    /// <summary>Partial sums of 256 products, fused, from zero, each added to the start in order.</summary>
    /// <param name="a">The k-th left factor.</param>
    /// <param name="b">The k-th right factor.</param>
    public static float Product(float start, int depth, Func<int, float> a, Func<int, float> b)
    {
        float sum = start;
        for (int first = 0; first < depth; first += PartialDepth)
        {
            float partial = 0;
            for (int k = first; k < Math.Min(first + PartialDepth, depth); k++)
            {
                partial = Fused.MultiplyAdd(a(k), b(k), partial);
            }

            sum += partial;
        }

        return sum;
    }

    /// <summary>Value i of a block of 512 goes to lane i mod 8; the lanes are folded in double, the blocks added in order.</summary>
    /// <param name="add">Adds the i-th value to a lane.</param>
    public static double Line(int count, Func<int, float, float> add)
    {
        double sum = 0;
        for (int first = 0; first < count; first += Block)
        {
            var lanes = new float[Lanes];
            for (int i = first; i < Math.Min(first + Block, count); i++)
            {
                lanes[i % Lanes] = add(i, lanes[i % Lanes]);
            }

            sum +=
                ((double)lanes[0] + lanes[4])
                + ((double)lanes[1] + lanes[5])
                + (((double)lanes[2] + lanes[6]) + ((double)lanes[3] + lanes[7]));
        }

        return sum;
    }

    public static double Line(float[] x) => Line(x.Length, (i, lane) => lane + x[i]);

    /// <summary>Blocks of 512 rows, each summed in double from zero; then the blocks in order.</summary>
    public static float Column(int rows, Func<int, float> x)
    {
        double sum = 0;
        for (int first = 0; first < rows; first += Block)
        {
            double block = 0;
            for (int row = first; row < Math.Min(first + Block, rows); row++)
            {
                block += x(row);
            }

            sum += block;
        }

        return (float)sum;
    }
}
