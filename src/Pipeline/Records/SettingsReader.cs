using System.Collections;
using System.Globalization;
using System.Reflection;
using Research.Data;
using Research.Numerics;

namespace Research.Pipeline.Records;

/// <summary>Reads the whole state of a settings object into named values: what it holds, however it was made and in whatever order.</summary>
/// <remarks>
/// Fields are read, not properties, so that nothing an object holds is left out: private members, members without a setter and
/// values that only a constructor knows. A list also has its length, as "Name[]"; a member has its type where more than one is possible.
/// </remarks>
public sealed class SettingsReader
{
    private readonly SortedList<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<Type> _types = [];
    private readonly List<MethodInfo> _delegates = [];
    private readonly Stack<object> _path = [];

    /// <summary>Members by path, such as "Variants[0].Hmm.States", and their values.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Types of the objects that were met.</summary>
    public IReadOnlyCollection<Type> Types => _types;

    /// <summary>Code that the settings carry.</summary>
    public IReadOnlyList<MethodInfo> Delegates => _delegates;

    /// <summary>Reads an object's members below a path; the object itself has no entry.</summary>
    /// <exception cref="ResearchException">A member's value is of a kind that has no lasting text, or holds itself.</exception>
    public void Read(object settings, string path = "")
    {
        ArgumentNullException.ThrowIfNull(settings);
        foreach (object above in _path)
        {
            if (ReferenceEquals(above, settings))
            {
                throw new ResearchException($"The settings hold themselves at '{path}'; settings must be a tree.");
            }
        }

        _path.Push(settings);
        var type = SettingsType.Of(settings.GetType());
        _types.UnionWith(type.Met);
        foreach (SettingsField member in type.Fields)
        {
            Value(
                member.Field.GetValue(settings),
                member.Field.FieldType,
                path.Length == 0 ? member.Name : $"{path}.{member.Name}"
            );
        }

        _path.Pop();
    }

    private void Put(string path, string value)
    {
        if (!_values.TryAdd(path, value))
        {
            throw new ResearchException($"Two settings have the path '{path}'; give one another name.");
        }
    }

    private void Value(object? value, Type declared, string path)
    {
        switch (value)
        {
            case null:
                Put(path, "null");
                break;
            case string text:
                Put(path, $"\"{text}\"");
                break;
            case DatasetRef dataset:
                Put(path, $"dataset {dataset.Id}"); // an upstream target, which has a leaf of its own
                break;
            case Enum name:
                Put(path, $"{name.GetType().Name}.{name}");
                break;
            case bool flag:
                Put(path, flag ? "true" : "false");
                break;
            case double number:
                Put(path, number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case float number:
                Put(path, number.ToString("R", CultureInfo.InvariantCulture) + "f");
                break;
            case char or byte or sbyte or short or ushort or int or uint or long or ulong or decimal or TimeSpan or Guid:
                Put(path, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case Type type:
                Put(path, $"type {type.FullName}");
                break;
            case Delegate code:
                Code(code, path);
                break;
            case IDictionary map when map.GetType().Namespace?.StartsWith("System", StringComparison.Ordinal) == true:
                Map(map, path);
                break;
            case IEnumerable list:
                List(list, declared, path);
                break;
            default:
                Object(value, declared, path);
                break;
        }
    }

    private void Code(Delegate code, string path)
    {
        Delegate[] all = code.GetInvocationList();
        for (int i = 0; i < all.Length; i++)
        {
            _delegates.Add(all[i].Method);
            if (all[i].Target is { } captured)
            {
                Read(captured, all.Length == 1 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}({i})"));
            }
        }

        Put(path, "code"); // its methods are in the code leaf
    }

    private void Map(IDictionary map, string path)
    {
        Collection(map, path, map.Count);
        int keys = 0;
        foreach (DictionaryEntry entry in map)
        {
            if (entry.Key is not (string or IFormattable))
            {
                throw new ResearchException(
                    $"The setting '{path}' has keys of {entry.Key.GetType().Name}; use text, numbers or enumerations."
                );
            }

            Value(entry.Value, typeof(object), $"{path}[{Convert.ToString(entry.Key, CultureInfo.InvariantCulture)}]");
            Put(
                string.Create(CultureInfo.InvariantCulture, $"{path}: key {keys++}"),
                Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!
            );
        }
    }

    private void List(IEnumerable list, Type declared, string path)
    {
        Type item =
            declared.IsArray ? declared.GetElementType()!
            : declared.GetGenericArguments() is [var only] ? only
            : typeof(object);
        object?[] items = [.. list.Cast<object?>()];
        if (SettingsType.Of(list.GetType()).IsSet)
        {
            // A set has no order, and its enumeration may differ from process to process.
            items = items.All(one => one is string or IFormattable)
                ? [.. items.OrderBy(one => Convert.ToString(one, CultureInfo.InvariantCulture), StringComparer.Ordinal)]
                : throw new ResearchException($"The setting '{path}' is a set of objects, which have no order; use a list.");
        }

        for (int i = 0; i < items.Length; i++)
        {
            Value(items[i], item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
        }

        Collection(list, path, items.Length);
    }

    // A collection's length and comparer; one of our own has members beside its items.
    private void Collection(object collection, string path, int count)
    {
        Put(path + "[]", count.ToString(CultureInfo.InvariantCulture));
        Type type = collection.GetType();
        if (SettingsType.Of(type).Comparer?.GetValue(collection) is { } comparer)
        {
            Put(path + ": comparer", comparer.ToString()!);
            _types.UnionWith(SettingsType.Of(comparer.GetType()).Met);
        }

        if (!SettingsType.Of(type).IsFrameworks)
        {
            Put(path + ": type", type.FullName!);
            Read(collection, path + "{}");
        }
    }

    private void Object(object value, Type declared, string path)
    {
        Type type = value.GetType();
        var known = SettingsType.Of(type);
        if (known.HasNoText)
        {
            throw new ResearchException(
                $"The setting '{path}' holds a {type.Name}, whose value has no lasting text; use numbers, text, enumerations, lists and records of them."
            );
        }

        if (type != declared && !known.IsCompilers)
        {
            Put(path + ": type", type.FullName!);
        }

        int before = _values.Count;
        Read(value, path);
        if (_values.Count == before)
        {
            Put(path, type.Name); // a record without members
        }
    }
}
