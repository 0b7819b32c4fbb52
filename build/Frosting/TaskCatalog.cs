using System.Reflection;

namespace Cake.Frosting;

/// <summary>The tasks of an assembly, by name, with what they depend on.</summary>
public sealed class TaskCatalog
{
    private readonly Dictionary<string, Type> _tasks;

    private TaskCatalog(Dictionary<string, Type> tasks) => _tasks = tasks;

    public IReadOnlyCollection<string> Names => _tasks.Keys;

    public static TaskCatalog Of(Assembly assembly) =>
        new(
            assembly
                .GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFrostingTask)))
                .OrderBy(type => type.MetadataToken) // the order of the source
                .ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase)
        );

    /// <summary>The name as the task spells it; null where there is none.</summary>
    public string? Find(string name) => _tasks.TryGetValue(name, out Type? type) ? NameOf(type) : null;

    public IFrostingTask Create(string name) => (IFrostingTask)Activator.CreateInstance(_tasks[name])!;

    public string DescriptionOf(string name) => _tasks[name].GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? "";

    public IReadOnlyList<string> DependenciesOf(string name) =>
        [.. _tasks[name].GetCustomAttributes<IsDependentOnAttribute>().Select(attribute => NameOf(attribute.Task))];

    /// <summary>What a run of the target would run, in order.</summary>
    public IReadOnlyList<string> OrderOf(string target)
    {
        var order = new List<string>();
        Visit(target);
        return order;

        void Visit(string name)
        {
            foreach (string dependency in DependenciesOf(name).Where(dependency => !order.Contains(dependency)))
            {
                Visit(dependency);
            }

            order.Add(name);
        }
    }

    private static string NameOf(Type type) => type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name;
}
