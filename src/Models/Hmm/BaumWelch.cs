using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Research.Models.Checkpoints;
using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Models.Hmm;

/// <summary>Maximum-likelihood training of a left-right model (Baum et al., 1970; Rabiner, 1989, section III.C).</summary>
/// <remarks>Oracle: golden gmmhmm_3state.json (scores and parameters after five iterations 1e-6, log-likelihoods 1e-5). Without added variance the likelihood never falls.</remarks>
public static class BaumWelch
{
    /// <summary>Starts from uniform segmentation and seeded k-means, and iterates until it gains too little.</summary>
    /// <param name="sequences">Each of shape [frames, dimensions].</param>
    /// <exception cref="ResearchException">There is no sequence, no frame for some state, or a value that is no finite number.</exception>
    public static LeftRightHmm Fit(IReadOnlyList<Matrix> sequences, HmmSettings settings, Rng rng) =>
        Fit(sequences, settings, rng, NoCheckpoints.Instance, "");

    /// <summary>The same, from where a killed run stopped, to the same bits.</summary>
    /// <param name="sequences">Each of shape [frames, dimensions].</param>
    /// <param name="checkpoints">Where the state is kept between iterations.</param>
    /// <param name="name">The state's name, unique within the run.</param>
    /// <exception cref="ResearchException">There is no sequence, no frame for some state, or a value that is no finite number.</exception>
    public static LeftRightHmm Fit(
        IReadOnlyList<Matrix> sequences,
        HmmSettings settings,
        Rng rng,
        ICheckpoints checkpoints,
        string name
    )
    {
        if (sequences.Count == 0)
        {
            throw new ResearchException("Training a hidden Markov model needs at least one sequence.");
        }

        foreach (Matrix sequence in sequences)
        {
            FiniteNumbers.Check(sequence);
        }

        TrainingState? state = null;
        checkpoints.Resume(name, reader => state = TrainingState.Read(reader));
        state ??= new TrainingState(UniformSegmentation.Start(sequences, settings, rng), []);
        return Iterate(state, sequences, settings, checkpoints, name).Model;
    }

    /// <summary>Iterates from given parameters.</summary>
    /// <returns>The model, and the total log-likelihood before each iteration and after the last.</returns>
    public static (LeftRightHmm Model, IReadOnlyList<double> LogLikelihood) Continue(
        LeftRightHmm model,
        IReadOnlyList<Matrix> sequences,
        HmmSettings settings
    )
    {
        foreach (Matrix sequence in sequences)
        {
            FiniteNumbers.Check(sequence);
        }

        TrainingState end = Iterate(new TrainingState(model, []), sequences, settings, NoCheckpoints.Instance, "");
        return (end.Model, end.History);
    }

    private static TrainingState Iterate(
        TrainingState state,
        IReadOnlyList<Matrix> sequences,
        HmmSettings settings,
        ICheckpoints checkpoints,
        string name
    )
    {
        var frames = new FrameBlock(sequences);
        (LeftRightHmm model, List<double> history) = state;
        for (int iteration = history.Count; ; iteration++)
        {
            checkpoints.Save(name, new TrainingState(model, history).Write);
            var expectation = new Expectation(model, frames);
            history.Add(expectation.Run());
            bool converged = iteration > 0 && history[^1] - history[^2] < settings.Tolerance * frames.Frames;
            if (iteration == settings.Iterations || converged)
            {
                return new TrainingState(model, history);
            }

            model = expectation.Maximise(settings.AddedVariance);
        }
    }

    /// <summary>One pass over the sequences with fixed parameters.</summary>
    private sealed class Expectation
    {
        private readonly LeftRightHmm _model;
        private readonly FrameBlock _frames;
        private readonly int _padded;
        private readonly MixtureDensity[] _densities;
        private readonly double[] _emissions; // [frames, padded states]
        private readonly double[][] _posteriors; // [states][frames, padded to four]
        private readonly double[] _visits; // expected frames a state, the last of each sequence left out
        private readonly double[] _departures;

        public Expectation(LeftRightHmm model, FrameBlock frames)
        {
            (_model, _frames, _padded) = (model, frames, Trellis.Padded(model.States));
            _densities = [.. model.Emissions.Select(mixture => new MixtureDensity(mixture, frames))];
            _emissions = new double[frames.Frames * _padded];
            _posteriors = [.. model.Emissions.Select(_ => new double[4 * frames.Groups])];
            (_visits, _departures) = (new double[model.States], new double[model.States]);
        }

        public double Run()
        {
            for (int s = 0; s < _model.States; s++)
            {
                _densities[s].Evaluate();
                ReadOnlySpan<double> log = _densities[s].LogState;
                for (int t = 0; t < _frames.Frames; t++)
                {
                    _emissions[(t * _padded) + s] = log[t];
                }
            }

            var trellis = new Trellis(_model);
            var logs = new double[_frames.Sequences];
            for (int i = 0; i < logs.Length; i++)
            {
                logs[i] = Sequence(trellis, _frames.Starts[i], _frames.Starts[i + 1] - _frames.Starts[i]);
            }

            return OrderedSum.Of(logs);
        }

        public LeftRightHmm Maximise(double addedVariance)
        {
            var emissions = new GaussianMixture[_model.States];
            var stay = new double[_model.States];
            for (int s = 0; s < _model.States; s++)
            {
                var statistics = new MixtureStatistics(_model.Emissions[s]);
                statistics.Add(_frames, _densities[s], MemoryMarshal.Cast<double, Vector256<double>>(_posteriors[s]));
                emissions[s] = statistics.Maximise(addedVariance);
                bool visited = _visits[s] > 1e-10;
                stay[s] = visited ? Math.Clamp(1 - (_departures[s] / _visits[s]), 0, 1) : _model.Stay[s];
            }

            stay[^1] = 1;
            return new LeftRightHmm(stay, emissions);
        }

        private double Sequence(Trellis trellis, int start, int frames)
        {
            ReadOnlySpan<double> emissions = _emissions.AsSpan(start * _padded, frames * _padded);
            double log = trellis.Forward(emissions, frames);
            trellis.Backward(emissions, frames);
            Span<double> posterior = stackalloc double[_padded];
            for (int t = 0; t < frames; t++)
            {
                trellis.Posterior(t, log, posterior);
                for (int s = 0; s < _model.States; s++)
                {
                    _posteriors[s][start + t] = posterior[s];
                    _visits[s] += t + 1 < frames ? posterior[s] : 0;
                }
            }

            CountDepartures(posterior);
            return log;
        }

        // A left-right path leaves state s exactly once if it ends beyond s, else never.
        private void CountDepartures(ReadOnlySpan<double> lastPosterior)
        {
            double beyond = 0;
            for (int s = _model.States - 2; s >= 0; s--)
            {
                beyond += lastPosterior[s + 1];
                _departures[s] += beyond;
            }
        }
    }
}
