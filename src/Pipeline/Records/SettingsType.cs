using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Research.Pipeline.Records;

/// <summary>What reflection says of a type whose objects settings hold; asked once a type.</summary>
internal sealed class SettingsType
{
    private static readonly ConcurrentDictionary<Type, SettingsType> Known = [];

    private SettingsType(Type type)
    {
        Fields = [.. FieldsOf(type)];
        IsSet = type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));
        Comparer = type.GetProperty("Comparer");
        IsFrameworks =
            type.IsArray || type.Namespace?.StartsWith("System", StringComparison.Ordinal) != false || type.Name.StartsWith('<');
        HasNoText = type.Assembly == typeof(object).Assembly && type.IsClass;
        IsCompilers = type.IsDefined(typeof(CompilerGeneratedAttribute));
        var met = new HashSet<Type>();
        Meet(type, met);
        Met = [.. met];
    }

    /// <summary>The type and those that it is generic over, in which calls may land too.</summary>
    public Type[] Met { get; }

    /// <summary>Every instance field, those of the bases too.</summary>
    public IReadOnlyList<SettingsField> Fields { get; }

    /// <summary>Whether it is a set, which has no order.</summary>
    public bool IsSet { get; }

    /// <summary>A collection's comparer; null where it has none.</summary>
    public PropertyInfo? Comparer { get; }

    /// <summary>Whether a collection of it is its items alone; one of our own has members beside them.</summary>
    public bool IsFrameworks { get; }

    /// <summary>Whether it is a class of the framework, whose value has no lasting text.</summary>
    public bool HasNoText { get; }

    /// <summary>Whether the compiler made it, such as the object that holds what a delegate captured.</summary>
    public bool IsCompilers { get; }

    public static SettingsType Of(Type type) => Known.GetOrAdd(type, static key => new SettingsType(key));

    private static void Meet(Type type, HashSet<Type> met)
    {
        if (!met.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type))
        {
            return;
        }

        for (Type? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            foreach (
                Type argument in ancestor
                    .GetGenericArguments()
                    .Concat(ancestor.GetInterfaces().SelectMany(item => item.GetGenericArguments()))
            )
            {
                if (!argument.IsGenericParameter && argument != type)
                {
                    Meet(argument, met);
                }
            }
        }
    }

    private static IEnumerable<SettingsField> FieldsOf(Type settings)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var names = new HashSet<string>();
        for (Type? type = settings; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(Own))
            {
                string name = NameOf(field);
                yield return new SettingsField(names.Add(name) ? name : $"{type.Name}.{name}", field); // a base may use the name for another member
            }
        }
    }

    // The field of a property has the property's name.
    private static string NameOf(FieldInfo field) =>
        field.Name is ['<', .. var rest] && rest.IndexOf('>', StringComparison.Ordinal) is > 0 and int end
            ? rest[..end]
            : field.Name;
}

/// <summary>A field by the name that the settings leaf has for it.</summary>
internal readonly record struct SettingsField(string Name, FieldInfo Field);
