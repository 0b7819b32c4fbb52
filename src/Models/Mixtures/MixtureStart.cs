using Research.Numerics;

namespace Research.Models.Mixtures;

/// <summary>First parameters of a mixture from k-means clusters: their shares, centres and scatter.</summary>
internal static class MixtureStart
{
    public static GaussianMixture FromClusters(Matrix frames, MixtureSettings settings, Rng rng)
    {
        KMeans clusters = KMeans.Fit(frames, Math.Min(settings.Components, frames.Rows), 20, rng);
        var members = new List<int>[settings.Components];
        for (int m = 0; m < members.Length; m++)
        {
            members[m] = [];
        }

        for (int i = 0; i < frames.Rows; i++)
        {
            members[clusters.Assignment[i]].Add(i);
        }

        var means = new Matrix(settings.Components, frames.Columns);
        var covariances = new Matrix[settings.Components];
        var weights = new double[settings.Components];
        for (int m = 0; m < members.Length; m++)
        {
            // A cluster too small to have a scatter takes that of all frames.
            IReadOnlyList<int> own = members[m].Count > frames.Columns ? members[m] : [.. Enumerable.Range(0, frames.Rows)];
            clusters.Centres.Row(Math.Min(m, clusters.Centres.Rows - 1)).CopyTo(means.Row(m));
            covariances[m] = Scatter(frames, own, settings);
            weights[m] = Math.Max(members[m].Count, 1e-3);
        }

        double total = OrderedSum.Of(weights);
        return GaussianMixture.Of(settings.Covariance, [.. weights.Select(weight => weight / total)], means, covariances);
    }

    private static Matrix Scatter(Matrix frames, IReadOnlyList<int> members, MixtureSettings settings)
    {
        Matrix own = frames.Take(members);
        double[] mean = [.. Enumerable.Range(0, own.Columns).Select(d => OrderedSum.Mean(own.Column(d)))];
        bool diagonal = settings.Covariance == Covariance.Diagonal;
        var scatter = new Matrix(diagonal ? 1 : own.Columns, own.Columns);
        for (int d = 0; d < own.Columns; d++)
        {
            for (int e = diagonal ? d : 0; e <= d; e++)
            {
                double sum = 0;
                for (int i = 0; i < own.Rows; i++)
                {
                    sum += (own[i, d] - mean[d]) * (own[i, e] - mean[e]);
                }

                double value = (sum / own.Rows) + (d == e ? settings.AddedVariance : 0);
                scatter[diagonal ? 0 : d, e] = value;
                scatter[diagonal ? 0 : e, d] = value;
            }
        }

        return scatter;
    }
}
