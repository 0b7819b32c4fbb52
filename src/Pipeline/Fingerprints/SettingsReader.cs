using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Research.Numerics;

namespace Research.Pipeline.Fingerprints;

/// <summary>Reads the whole state of a settings object into named values: what it holds, however it was made and in whatever order.</summary>
/// <remarks>
/// Fields are read, not properties, so that nothing an object holds is left out: private members, members without a setter and
/// values that only a constructor knows. A list also has its length, as "Name[]"; a member has its type where more than one is possible.
/// </remarks>
public sealed class SettingsReader
{
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);
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
        if (_path.Any(above => ReferenceEquals(above, settings)))
        {
            throw new ResearchException($"The settings hold themselves at '{path}'; settings must be a tree.");
        }

        _path.Push(settings);
        _types.Add(settings.GetType());
        for (Type? type = settings.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (
                FieldInfo field in type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                string name = NameOf(field);
                Value(field.GetValue(settings), field.FieldType, path.Length == 0 ? name : $"{path}.{name}");
            }
        }

        _path.Pop();
    }

    // The field of a property has the property's name.
    private static string NameOf(FieldInfo field) =>
        field.Name is ['<', .. var rest] && rest.IndexOf('>', StringComparison.Ordinal) is > 0 and int end
            ? rest[..end]
            : field.Name;

    private void Value(object? value, Type declared, string path)
    {
        switch (value)
        {
            case null:
                _values[path] = "null";
                break;
            case string text:
                _values[path] = $"\"{text}\"";
                break;
            case DatasetRef dataset:
                _values[path] = $"dataset {dataset.Id}"; // an upstream target, which has a leaf of its own
                break;
            case Enum name:
                _values[path] = $"{name.GetType().Name}.{name}";
                break;
            case bool flag:
                _values[path] = flag ? "true" : "false";
                break;
            case double number:
                _values[path] = number.ToString("R", CultureInfo.InvariantCulture);
                break;
            case float number:
                _values[path] = number.ToString("R", CultureInfo.InvariantCulture) + "f";
                break;
            case char or byte or sbyte or short or ushort or int or uint or long or ulong or decimal or TimeSpan or Guid:
                _values[path] = ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);
                break;
            case Type type:
                _values[path] = $"type {type.FullName}";
                break;
            case Delegate code:
                Code(code, path);
                break;
            case IDictionary map:
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
        foreach (Delegate one in code.GetInvocationList())
        {
            _delegates.Add(one.Method);
            if (one.Target is { } captured)
            {
                Read(captured, path);
            }
        }

        _values[path] = "code"; // its methods are in the code leaf
    }

    private void Map(IDictionary map, string path)
    {
        foreach (DictionaryEntry entry in map)
        {
            Value(entry.Value, typeof(object), $"{path}[{Convert.ToString(entry.Key, CultureInfo.InvariantCulture)}]");
        }

        _values[path + "[]"] = map.Count.ToString(CultureInfo.InvariantCulture);
    }

    private void List(IEnumerable list, Type declared, string path)
    {
        Type item =
            declared.IsArray ? declared.GetElementType()!
            : declared.GetGenericArguments() is [var only] ? only
            : typeof(object);
        int count = 0;
        foreach (object? value in list)
        {
            Value(value, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{count++}]"));
        }

        _values[path + "[]"] = count.ToString(CultureInfo.InvariantCulture);
    }

    private void Object(object value, Type declared, string path)
    {
        Type type = value.GetType();
        if (type.Assembly == typeof(object).Assembly && type.IsClass)
        {
            throw new ResearchException(
                $"The setting '{path}' holds a {type.Name}, whose value has no lasting text; use numbers, text, enumerations, lists and records of them."
            );
        }

        if (type != declared && !type.IsDefined(typeof(CompilerGeneratedAttribute)))
        {
            _values[path + ": type"] = type.FullName!;
        }

        int before = _values.Count;
        Read(value, path);
        if (_values.Count == before)
        {
            _values[path] = type.Name; // a record without members
        }
    }
}
