using System.Globalization;
using Research.Data;
using Research.Numerics;

namespace Research.Features.Naming;

/// <summary>A feature that programs offer by name, such as <c>research features mfcc</c>.</summary>
/// <remarks>Its declaration stands in the feature's own file and derives from <see cref="NamedFeature{TSettings}"/>; <see cref="NamedFeatures"/> finds it.</remarks>
public abstract class NamedFeature
{
    private protected NamedFeature() { }

    /// <summary>Lower case, words joined by hyphens.</summary>
    public abstract string Name { get; }

    /// <summary>What it computes, in one sentence.</summary>
    public abstract string Description { get; }

    /// <summary>Options that a person might give, such as "--bands 64". The members of the settings are the options.</summary>
    public abstract string ExampleOptions { get; }

    /// <summary>How it cuts a recording of that rate into frames where no option is given: <see cref="Framing.Usual"/>, unless it has frames of its own.</summary>
    public virtual Framing UsualFraming(int sampleRateHz) => Framing.Usual(sampleRateHz);

    /// <summary>A settings record for the framing: what holds where no option is given.</summary>
    public abstract object DefaultsFor(Framing framing);

    /// <summary>Gives one row a frame (beats: a beat), the time of its middle in seconds first, part by part: memory for the whole is not needed.</summary>
    /// <param name="settings">As <see cref="DefaultsFor"/> gives them, changed or not.</param>
    /// <param name="receive">Gets the rows; all parts have the same columns, and there is at least one part.</param>
    /// <exception cref="SettingsException">The settings contradict each other.</exception>
    /// <exception cref="ResearchException">The feature refuses the recording.</exception>
    public abstract void Compute(ISamples samples, object settings, FeatureRows receive);

    /// <summary>The same at once.</summary>
    /// <returns>Shape [frames, columns].</returns>
    public Matrix ValuesOf(Waveform waveform, object settings)
    {
        var parts = new List<Matrix>();
        Compute(waveform, settings, parts.Add);
        return parts.Count == 1
            ? parts[0]
            : Matrix.OfRows([.. parts.SelectMany(part => Enumerable.Range(0, part.Rows).Select(t => part.Row(t).ToArray()))]);
    }

    /// <summary>The heading of a column.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="columns">How many there are.</param>
    public abstract string Heading(int column, int columns);

    /// <summary>Heading of the first column.</summary>
    protected const string Seconds = "seconds";

    /// <summary>Such as mfcc_3.</summary>
    protected static string Numbered(string name, int number) => name + "_" + number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A feature with its settings record.</summary>
/// <typeparam name="TSettings">Its settings.</typeparam>
public abstract class NamedFeature<TSettings> : NamedFeature
    where TSettings : class
{
    public sealed override object DefaultsFor(Framing framing) => Defaults(framing);

    public sealed override void Compute(ISamples samples, object settings, FeatureRows receive) =>
        Compute(samples, (TSettings)settings, receive);

    /// <summary>What holds where no option is given.</summary>
    protected abstract TSettings Defaults(Framing framing);

    /// <summary>As <see cref="NamedFeature.Compute"/>.</summary>
    protected abstract void Compute(ISamples samples, TSettings settings, FeatureRows receive);
}
