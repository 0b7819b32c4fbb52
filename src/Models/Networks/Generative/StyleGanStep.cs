using Research.Models.Networks.Generative.Augmentation;
using Research.Models.Networks.Generative.Losses;
using Research.Models.Training;
using Research.Models.Training.Schedules;
using Research.Numerics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>One step of StyleGAN2-ADA: generator, path length every few steps, discriminator, R1 every few steps, moving average, augmentation.</summary>
/// <remarks>
/// What a step draws (latent vectors, noise, augmentation) comes from streams of its own number, so that a checkpoint needs no state of generators. Items are numbers of real
/// pictures (<see cref="RealPictures.Of"/>). Source: Karras et al. (2020), StyleGAN2 and StyleGAN2-ADA.
/// </remarks>
public sealed class StyleGanStep : ITrainingStep, IDisposable
{
    private readonly GanSettings _settings;
    private readonly RealPictures _real;
    private readonly ulong _seed;
    private readonly StyleGanGenerator _generator;
    private readonly StyleGanDiscriminator _discriminator;
    private readonly Adam _generates;
    private readonly Adam _discriminates;
    private readonly AdaptiveController? _adaptive;
    private int _steps;
    private double _penalty;
    private double _pathLength;

    /// <param name="seed">Of the first weights and of everything that is drawn.</param>
    /// <exception cref="SettingsException">A setting cannot be.</exception>
    public StyleGanStep(RealPictures real, GanSettings settings, ulong seed)
    {
        settings.Check();
        (_real, _settings, _seed) = (real, settings, seed);
        _generator = new StyleGanGenerator(settings.Networks, Rng.For(seed, "gan/generator"));
        _discriminator = new StyleGanDiscriminator(settings.Networks, Rng.For(seed, "gan/discriminator"));
        Average = new StyleGanGenerator(settings.Networks, Rng.For(seed, "gan/generator"));
        _generates = LazyAdam.Over(
            _generator,
            settings.LearningRate,
            settings.PathLengthWeight > 0 ? settings.PathLengthInterval : null
        );
        _discriminates = LazyAdam.Over(_discriminator, settings.LearningRate, settings.R1Gamma > 0 ? settings.R1Interval : null);
        _adaptive = settings.Augmentation is { } augmentation ? new AdaptiveController(augmentation.Adaptive) : null;
    }

    /// <summary>The generator of averaged weights, with which to make pictures.</summary>
    public StyleGanGenerator Average { get; }

    /// <summary>The generator that learns, the discriminator, and the averaged generator.</summary>
    public IReadOnlyList<TrainedNetwork> Networks =>
        [new("generator", _generator), new("discriminator", _discriminator), new("average", Average)];

    public IReadOnlyList<TrainedOptimizer> Optimizers =>
        [new("generator", _generates, new ConstantRate()), new("discriminator", _discriminates, new ConstantRate())];

    public MetricValues Step(ReadOnlySpan<int> batch)
    {
        using var scope = NewDisposeScope();
        Tensor real = _real.Of(batch, _settings.Mirrors);
        double generatorLoss = Generate(batch.Length);
        if (_settings.PathLengthWeight > 0 && _steps % _settings.PathLengthInterval == 0)
        {
            Straighten(Math.Max(1, batch.Length / 2)); // half a batch, as in the paper
        }

        double discriminatorLoss = Discriminate(real);
        if (_settings.R1Gamma > 0 && _steps % _settings.R1Interval == 0)
        {
            Flatten(real);
        }

        GeneratorAverage.Update(Average, _generator, GeneratorAverage.Decay(_settings, (long)_steps * _settings.BatchSize));
        _steps++;
        return new(
            (GanMetrics.GeneratorLoss, generatorLoss),
            (GanMetrics.DiscriminatorLoss, discriminatorLoss),
            (GanMetrics.R1Penalty, _penalty),
            (GanMetrics.PathLength, _pathLength),
            (GanMetrics.RealSign, _adaptive?.MeanSign ?? 0),
            (GanMetrics.AugmentationProbability, Probability)
        );
    }

    public void WriteState(BinaryWriter writer)
    {
        writer.Write(_steps);
        writer.Write(_penalty);
        writer.Write(_pathLength);
        _adaptive?.Write(writer);
    }

    public void ReadState(BinaryReader reader)
    {
        (_steps, _penalty, _pathLength) = (reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble());
        _adaptive?.Read(reader);
    }

    public void Dispose()
    {
        _generates.Dispose();
        _discriminates.Dispose();
        _generator.Dispose();
        _discriminator.Dispose();
        Average.Dispose();
    }

    private double Probability => _adaptive?.Probability ?? 0;

    private double Generate(int batch)
    {
        using var scope = NewDisposeScope();
        SetLearning(_discriminator, false);
        Tensor logits = Judged(Fakes(Styles(batch, "generator"), "generator"), "generator");
        Tensor loss = LogisticLoss.OfReal(logits);
        Learn(loss, _generates);
        SetLearning(_discriminator, true);
        return loss.item<float>();
    }

    private void Straighten(int batch)
    {
        using var scope = NewDisposeScope();
        Tensor styles = Styles(batch, "path");
        Tensor pictures = Fakes(styles, "path");
        Tensor lengths = PathLengthPenalty.Lengths(styles, pictures, Normals.Of(Stream("path directions"), pictures.shape));
        _pathLength = PathLengthPenalty.MeanAfter(_pathLength, lengths);
        Tensor penalty = PathLengthPenalty.Of(lengths, _pathLength);
        Learn(penalty * (_settings.PathLengthWeight * _settings.PathLengthInterval), _generates);
    }

    private double Discriminate(Tensor real)
    {
        using var scope = NewDisposeScope();
        Tensor fakes;
        using (no_grad())
        {
            fakes = Fakes(Styles((int)real.shape[0], "discriminator"), "discriminator");
        }

        Tensor ofFakes = LogisticLoss.OfFake(Judged(fakes, "fakes"));
        Tensor logits = Judged(real, "real");
        Tensor loss = ofFakes + LogisticLoss.OfReal(logits);
        Learn(loss, _discriminates);
        _adaptive?.Add(logits.data<float>().ToArray());
        return loss.item<float>();
    }

    private void Flatten(Tensor real)
    {
        using var scope = NewDisposeScope();
        Tensor pictures = real.detach().clone();
        pictures.requires_grad = true;
        Tensor penalty = R1Penalty.Of(pictures, Judged(pictures, "flat"), _settings.R1Gamma);
        _penalty = penalty.item<float>();
        Learn(penalty * _settings.R1Interval, _discriminates);
    }

    // An update; none of a loss that is not finite, which ends the training.
    private static void Learn(Tensor loss, Adam optimizer)
    {
        optimizer.zero_grad();
        loss.backward();
        if (float.IsFinite(loss.item<float>()))
        {
            optimizer.step();
        }
    }

    // Styles from one latent vector a picture, or of two from a random layer on.
    private Tensor Styles(int batch, string purpose)
    {
        Rng rng = Stream($"{purpose} latents");
        long latent = _settings.Networks.Latent;
        Tensor styles = _generator.StylesOf(Normals.Of(rng, batch, latent), follows: true);
        if (rng.NextDouble() >= _settings.StyleMixing)
        {
            return styles;
        }

        int first = 1 + rng.NextInt(_generator.Styles - 1);
        Tensor others = _generator.StylesOf(Normals.Of(rng, batch, latent), follows: false);
        return cat([styles.narrow(1, 0, first), others.narrow(1, first, _generator.Styles - first)], 1);
    }

    private Tensor Fakes(Tensor styles, string purpose) =>
        _generator.Synthesise(styles, NoiseInput.Drawn(Stream($"{purpose} noise")));

    private Tensor Judged(Tensor pictures, string purpose) =>
        _discriminator.Of(
            _settings.Augmentation is { } augmentation
                ? Augmenter.Of(pictures, augmentation, Probability, Stream($"{purpose} augmentation"))
                : pictures
        );

    private Rng Stream(string purpose) => Rng.For(_seed, FormattableString.Invariant($"gan/{_steps}/{purpose}"));

    private static void SetLearning(nn.Module network, bool on)
    {
        foreach (Parameter parameter in network.parameters())
        {
            parameter.requires_grad = on;
        }
    }
}
