using System.CommandLine;
using System.Globalization;
using System.Reflection;
using Research.Numerics;

namespace Research.Cli.Features;

/// <summary>Options made from the members of a settings record, in kebab-case, nested records included.</summary>
/// <remarks>A member in samples, such as HopSamples, can also be given in seconds: --hop-seconds; the file's sample rate converts it.</remarks>
internal sealed class FeatureOptions
{
    private const string InSamples = "Samples";
    private readonly Dictionary<string, Option<string?>> _options = [];

    public FeatureOptions(Type settings)
    {
        foreach (PropertyInfo member in Members(settings))
        {
            string words = member.PropertyType.IsEnum
                ? string.Join(", ", Enum.GetNames(member.PropertyType)).ToLowerInvariant()
                : "number";
            Add(member.Name, words);
            if (member.Name.EndsWith(InSamples, StringComparison.Ordinal))
            {
                Add(Seconds(member.Name), "the same, in seconds");
            }
        }
    }

    public IEnumerable<Option> All => _options.Values;

    /// <summary>A copy of the settings with what the command line says.</summary>
    /// <exception cref="ResearchException">A value is no number, or not one of the names that the member knows.</exception>
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
            else if (Value(member, parsed, sampleRateHz) is { } value)
            {
                member.SetValue(copy, value);
            }
        }

        return copy;
    }

    /// <summary>Whether the member was given.</summary>
    public bool Has(string member, ParseResult parsed) => Text(member, parsed) is not null;

    internal static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private void Add(string member, string words)
    {
        string name = "--" + Kebab(member);
        _options[member] = new Option<string?>(name) { Description = words, HelpName = "value" };
    }

    private string? Text(string member, ParseResult parsed) =>
        _options.TryGetValue(member, out Option<string?>? option) ? parsed.GetValue(option) : null;

    private object? Value(PropertyInfo member, ParseResult parsed, int sampleRateHz)
    {
        if (Text(member.Name, parsed) is { } text)
        {
            return Convert(text, member);
        }

        bool samples = member.Name.EndsWith(InSamples, StringComparison.Ordinal);
        if (!samples || Text(Seconds(member.Name), parsed) is not { } seconds)
        {
            return null;
        }

        return (int)((Number(seconds, Seconds(member.Name)) * sampleRateHz) + 1e-6);
    }

    private static object Convert(string text, PropertyInfo member)
    {
        Type type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        if (type.IsEnum)
        {
            return Enum.TryParse(type, text, ignoreCase: true, out object? name) && !char.IsAsciiDigit(text[0])
                ? name
                : throw new ResearchException(
                    $"--{Kebab(member.Name)} '{text}': known are {string.Join(", ", Enum.GetNames(type)).ToLowerInvariant()}."
                );
        }

        double number = Number(text, member.Name);
        if (type == typeof(int) && number != Math.Floor(number))
        {
            throw new ResearchException($"--{Kebab(member.Name)} '{text}': a whole number is needed.");
        }

        return type == typeof(int) ? (object)(int)number : number;
    }

    private static double Number(string text, string member) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && Math.Abs(number) < int.MaxValue
            ? number
            : throw new ResearchException($"--{Kebab(member)} '{text}': a number such as 0.025 is needed.");

    private static string Seconds(string member) => member[..^InSamples.Length] + "Seconds";

    private static IEnumerable<PropertyInfo> Members(Type settings) =>
        settings
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(member => IsNested(member.PropertyType) ? Members(member.PropertyType) : [member]);

    private static bool IsNested(Type type) => type.IsClass && type != typeof(string);
}
