using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Models.Tests.Hmm;

public class LeftRightHmmTests
{
    private static readonly HmmSettings Settings = new()
    {
        States = 3,
        Mixtures = 2,
        Covariance = Covariance.Diagonal,
        Iterations = 12,
        Tolerance = double.NegativeInfinity,
        AddedVariance = 0,
    };

    [Fact]
    public void The_forward_sum_is_the_sum_over_all_paths()
    {
        LeftRightHmm model = TwoStates();
        Matrix x = Matrix.OfRows([
            [0.1],
            [0.9],
            [1.2],
        ]);
        double[] first = model.Emissions[0].LogDensity(x);
        double[] second = model.Emissions[1].LogDensity(x);
        double sum =
            Math.Exp(first[0] + Math.Log(0.6) + first[1] + Math.Log(0.6) + first[2])
            + Math.Exp(first[0] + Math.Log(0.6) + first[1] + Math.Log(0.4) + second[2])
            + Math.Exp(first[0] + Math.Log(0.4) + second[1] + second[2]);
        Assert.Equal(Math.Log(sum), model.LogLikelihood(x), 1e-12);
        (double best, int[] path) = model.Viterbi(x);
        Assert.Equal([0, 1, 1], path);
        Assert.Equal(first[0] + Math.Log(0.4) + second[1] + second[2], best, 1e-12);
    }

    [Theory]
    [InlineData(Covariance.Diagonal, 3)]
    [InlineData(Covariance.Full, 3)]
    [InlineData(Covariance.Diagonal, 6)]
    public void The_likelihood_never_falls_without_added_variance(Covariance covariance, int states)
    {
        HmmSettings settings = Settings with { Covariance = covariance, States = states };
        Matrix[] sequences = Sequences(20);
        LeftRightHmm start = BaumWelch.Fit(sequences, settings with { Iterations = 0 }, Rng.For(1, "start"));
        (_, IReadOnlyList<double> history) = BaumWelch.Continue(start, sequences, settings);
        Assert.Equal(13, history.Count);
        for (int i = 1; i < history.Count; i++)
        {
            Assert.True(history[i] >= history[i - 1] - 1e-8, $"iteration {i}: {history[i - 1]} to {history[i]}");
        }
    }

    [Fact]
    public void The_order_of_the_training_sequences_does_not_matter()
    {
        Matrix[] sequences = Sequences(12);
        LeftRightHmm start = BaumWelch.Fit(sequences, Settings with { Iterations = 0 }, Rng.For(1, "order"));
        LeftRightHmm forwards = BaumWelch.Continue(start, sequences, Settings).Model;
        LeftRightHmm backwards = BaumWelch.Continue(start, [.. sequences.Reverse()], Settings).Model;
        for (int s = 0; s < Settings.States; s++)
        {
            Assert.Equal(forwards.Stay[s], backwards.Stay[s], 1e-9);
            for (int m = 0; m < Settings.Mixtures; m++)
            {
                Assert.Equal(forwards.Emissions[s].Means[m, 0], backwards.Emissions[s].Means[m, 0], 1e-7);
            }
        }
    }

    [Fact]
    public void Far_frames_neither_under_nor_overflow()
    {
        double log = TwoStates()
            .LogLikelihood(
                Matrix.OfRows([
                    [1e6],
                    [-1e6],
                    [1e6],
                ])
            );
        Assert.True(double.IsFinite(log) && log < -1e11);
    }

    [Fact]
    public void Two_kinds_of_sequences_are_told_apart()
    {
        Matrix[] rising = Sequences(15);
        Matrix[] falling =
        [
            .. rising.Select(x => Matrix.OfRows([.. Enumerable.Range(0, x.Rows).Select(t => x.Row(x.Rows - 1 - t).ToArray())])),
        ];
        int[] classes = [.. Enumerable.Repeat(0, 15), .. Enumerable.Repeat(1, 15)];
        HmmSettings settings = Settings with { AddedVariance = 0.01 };
        HmmClassifier classifier = HmmClassifier.Fit([.. rising, .. falling], classes, 2, settings, 5);
        Assert.Equal(classes, classifier.Predict([.. rising, .. falling]));
    }

    [Fact]
    public void Training_without_sequences_or_with_too_short_ones_is_refused()
    {
        Assert.Throws<ResearchException>(() => BaumWelch.Fit([], Settings, Rng.For(1, "x")));
        Assert.Throws<ResearchException>(() => BaumWelch.Fit([new Matrix(1, 1)], Settings, Rng.For(1, "x")));
    }

    [Fact]
    public void A_last_state_that_is_left_is_refused()
    {
        GaussianMixture any = GaussianMixture.OfDiagonal(
            [1],
            new Matrix(1, 1),
            Matrix.OfRows([
                [1.0],
            ])
        );
        Assert.Throws<ArgumentException>(() => new LeftRightHmm([0.5], [any]));
        Assert.Throws<ArgumentException>(() => new LeftRightHmm([0.5, 1], [any]));
    }

    private static LeftRightHmm TwoStates() =>
        new(
            [0.6, 1],
            [
                GaussianMixture.OfDiagonal(
                    [1],
                    new Matrix(1, 1),
                    Matrix.OfRows([
                        [1.0],
                    ])
                ),
                GaussianMixture.OfDiagonal(
                    [1],
                    Matrix.OfRows([
                        [1.0],
                    ]),
                    Matrix.OfRows([
                        [0.5],
                    ])
                ),
            ]
        );

    private static Matrix[] Sequences(int count)
    {
        Rng rng = Rng.For(9, "sequences");
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                    Matrix.OfRows([
                        .. Enumerable
                            .Range(0, 12 + rng.NextInt(6))
                            .Select(t => new[] { (0.5 * t) + rng.NextNormal(), rng.NextNormal() }),
                    ])
                ),
        ];
    }
}
