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

    /// <summary>A settings record for the framing: what holds where no option is given.</summary>
    public abstract object DefaultsFor(Framing framing);

    /// <summary>One row a frame.</summary>
    /// <param name="settings">As <see cref="DefaultsFor"/> gives them, changed or not.</param>
    /// <returns>Shape [frames, columns].</returns>
    /// <exception cref="ResearchException">The feature refuses the settings or the recording.</exception>
    public abstract Matrix ValuesOf(Waveform waveform, object settings);

    /// <summary>The heading of a column.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="columns">How many there are.</param>
    public abstract string Heading(int column, int columns);

    /// <summary>Such as mfcc_3.</summary>
    protected static string Numbered(string name, int number) => name + "_" + number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A feature with its settings record.</summary>
/// <typeparam name="TSettings">Its settings.</typeparam>
public abstract class NamedFeature<TSettings> : NamedFeature
    where TSettings : class
{
    public sealed override object DefaultsFor(Framing framing) => Defaults(framing);

    public sealed override Matrix ValuesOf(Waveform waveform, object settings) => Values(waveform, (TSettings)settings);

    /// <summary>What holds where no option is given.</summary>
    protected abstract TSettings Defaults(Framing framing);

    /// <summary>One row a frame.</summary>
    protected abstract Matrix Values(Waveform waveform, TSettings settings);
}
