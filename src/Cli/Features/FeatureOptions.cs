using System.CommandLine;
using System.Globalization;
using System.Reflection;
using Research.Data;
using Research.Features.Naming;
using Research.Features.Spectral;
using Research.Pipeline.Descriptions;

namespace Research.Cli.Features;

/// <summary>Options made from the members of a settings record, in kebab-case, nested records included.</summary>
/// <remarks>A member in samples, such as HopSamples, can also be given in seconds: --hop-seconds; the file's sample rate converts it.</remarks>
internal sealed class FeatureOptions
{
    private const int HelpRateHz = 16_000; // the help tells the defaults of such a file
    private const string InSamples = "Samples";
    private const string None = "none";
    private readonly Dictionary<string, Option<string?>> _options = [];

    /// <param name="feature">From its settings without any option the help tells the defaults.</param>
    public FeatureOptions(NamedFeature feature)
    {
        Framing framing = feature.UsualFraming(HelpRateHz);
        bool inSeconds = framing == Framing.Usual(HelpRateHz);
        foreach ((PropertyInfo member, object? value) in Members(feature.DefaultsFor(framing)))
        {
            Add(member.Name, Describe(member, value, inSeconds));
            if (member.Name.EndsWith(InSamples, StringComparison.Ordinal))
            {
                Add(Seconds(member.Name), "The same, in seconds.");
            }
        }
    }

    public IEnumerable<Option> All => _options.Values;

    /// <summary>A copy of the settings with what the command line says.</summary>
    /// <exception cref="UsageException">A value is no number, or not one of the names that the member knows.</exception>
    public object Apply(object settings, ParseResult parsed, int sampleRateHz)
    {
        Type type = settings.GetType();
        object copy = type.GetMethod("<Clone>$")!.Invoke(settings, null)!;
        foreach (PropertyInfo member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (IsNested(member.PropertyType))
            {
                member.SetValue(copy, Apply(member.GetValue(copy)!, parsed, sampleRateHz));
            }
            else if (IsGiven(member, parsed))
            {
                member.SetValue(copy, Value(member, parsed, sampleRateHz));
            }
        }

        return copy;
    }

    /// <summary>Whether the member was given.</summary>
    public bool Has(string member, ParseResult parsed) => Text(member, parsed) is not null;

    /// <summary>The value of a member of the settings or of a record in them; null where there is none of that name.</summary>
    public static object? Value(object settings, string member) =>
        Members(settings).FirstOrDefault(item => item.Member.Name == member).Value;

    internal static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private void Add(string member, string words)
    {
        string name = "--" + Kebab(member);
        _options[member] = new Option<string?>(name) { Description = words, HelpName = "value" };
    }

    private string? Text(string member, ParseResult parsed) =>
        _options.TryGetValue(member, out Option<string?>? option) ? parsed.GetValue(option) : null;

    private bool IsGiven(PropertyInfo member, ParseResult parsed) =>
        Text(member.Name, parsed) is not null
        || (member.Name.EndsWith(InSamples, StringComparison.Ordinal) && Text(Seconds(member.Name), parsed) is not null);

    private object? Value(PropertyInfo member, ParseResult parsed, int sampleRateHz)
    {
        string? seconds = member.Name.EndsWith(InSamples, StringComparison.Ordinal) ? Text(Seconds(member.Name), parsed) : null;
        if (Text(member.Name, parsed) is not { } text)
        {
            return (int)((Number(seconds!, Seconds(member.Name), int.MaxValue / sampleRateHz) * sampleRateHz) + 1e-6);
        }

        return seconds is null
            ? Convert(text, member)
            : throw new UsageException(
                $"--{Kebab(member.Name)} and --{Kebab(Seconds(member.Name))} say the same thing; give one of them."
            );
    }

    private static object? Convert(string text, PropertyInfo member)
    {
        Type? optional = Nullable.GetUnderlyingType(member.PropertyType);
        Type type = optional ?? member.PropertyType;
        if (optional is not null && text == None)
        {
            return null;
        }

        if (type.IsEnum)
        {
            return text.All(char.IsAsciiLetter) && Enum.TryParse(type, text, ignoreCase: true, out object? name)
                ? name
                : throw new UsageException($"--{Kebab(member.Name)} '{text}': known are {Names(type)}.");
        }

        double number = Number(text, member.Name, int.MaxValue);
        if (type == typeof(int) && number != Math.Floor(number))
        {
            throw new UsageException($"--{Kebab(member.Name)} '{text}': a whole number is needed.");
        }

        return type == typeof(int) ? (object)(int)number : number;
    }

    private static double Number(string text, string member, double limit) =>
        !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || double.IsNaN(number)
            ? throw new UsageException($"--{Kebab(member)} '{text}': a number such as 0.025 is needed.")
        : Math.Abs(number) < limit ? number
        : throw new UsageException($"--{Kebab(member)} '{text}': that is too large.");

    // What the comment of the settings says, and the default.
    private static string Describe(PropertyInfo member, object? value, bool inSeconds)
    {
        string usual = member.Name switch
        {
            "WindowSamples" when inSeconds => "25 ms of the file",
            "HopSamples" when inSeconds => "10 ms of the file",
            "FftLength" => "the window's length",
            "HighestHz" => "half the sample rate",
            _ when member.PropertyType.IsEnum => value!.ToString()!.ToLowerInvariant(),
            _ => string.Create(CultureInfo.InvariantCulture, $"{value ?? None}"),
        };
        string choices = member.PropertyType.IsEnum ? $" One of {Names(member.PropertyType)}." : "";
        return $"{Meaning(member)}{choices} Default: {usual}.";
    }

    // A program in one file has no comments beside it.
    private static string Meaning(PropertyInfo member) =>
        Documentation.Of(member.DeclaringType!.Assembly).Summary(member) is { Length: > 0 } summary
            ? summary
                .Replace("; null ", $"; {None} ", StringComparison.Ordinal)
                .Replace(nameof(StftSettings.FftLength), $"--{Kebab(nameof(StftSettings.FftLength))}", StringComparison.Ordinal)
        : member.PropertyType.IsEnum ? "A choice."
        : "A number.";

    private static string Names(Type type) => string.Join(", ", Enum.GetNames(type)).ToLowerInvariant();

    private static string Seconds(string member) => member[..^InSamples.Length] + "Seconds";

    private static IEnumerable<(PropertyInfo Member, object? Value)> Members(object settings) =>
        settings
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(member =>
                IsNested(member.PropertyType) ? Members(member.GetValue(settings)!) : [(member, member.GetValue(settings))]
            );

    private static bool IsNested(Type type) => type.IsClass && type != typeof(string);
}
