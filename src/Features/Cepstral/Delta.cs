using Research.Numerics;

namespace Research.Features.Cepstral;

/// <summary>Time derivatives of features by local polynomial fits (Savitzky and Golay, 1964).</summary>
/// <remarks>
/// Order 1 is the slope of a straight fit over the window, order 2 the second derivative of a quadratic fit. At the edges the fit of
/// the first or last full window holds (its derivative is constant). Oracle: librosa.feature.delta, mode 'interp', 1e-5.
/// </remarks>
public static class Delta
{
    /// <summary>The window of nine frames that librosa and the studies use.</summary>
    public const int StandardWidth = 9;

    /// <summary>Derivative along the frames.</summary>
    /// <param name="features">Shape [frames, coefficients].</param>
    /// <param name="width">Frames under the fit: odd, at least 3.</param>
    /// <param name="order">1 or 2.</param>
    /// <returns>Shape [frames, coefficients]; per frame, per frame squared.</returns>
    /// <exception cref="ResearchException">The width is even or below 3, the order is neither 1 nor 2, or there are fewer frames than the width.</exception>
    public static Matrix Of(Matrix features, int width, int order)
    {
        double[] weights = Weights(width, order);
        if (features.Rows < width)
        {
            throw new ResearchException(
                $"{features.Rows} frames are fewer than the {width} that a derivative needs; use a shorter hop."
            );
        }

        int half = width / 2;
        var delta = new Matrix(features.Rows, features.Columns);
        for (int t = 0; t < features.Rows; t++)
        {
            int first = Math.Clamp(t - half, 0, features.Rows - width);
            for (int c = 0; c < features.Columns; c++)
            {
                double sum = 0;
                for (int k = 0; k < width; k++)
                {
                    sum += weights[k] * features[first + k, c];
                }

                delta[t, c] = sum;
            }
        }

        return delta;
    }

    private static double[] Weights(int width, int order)
    {
        if (width < 3 || width % 2 == 0 || order is not (1 or 2))
        {
            throw new ResearchException(
                $"Derivative of order {order} over {width} frames: order 1 or 2 and an odd width from 3 are needed."
            );
        }

        int half = width / 2;
        double[] k = [.. Enumerable.Range(-half, width).Select(i => (double)i)];
        double meanSquare = OrderedSum.Dot(k, k) / width;
        double[] basis = order == 1 ? k : [.. k.Select(x => (x * x) - meanSquare)]; // orthogonal to lower powers
        double norm = OrderedSum.Dot(basis, basis);
        return [.. basis.Select(x => order * x / norm)];
    }
}
