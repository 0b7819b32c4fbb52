using System.Reflection;

namespace Cake.Frosting;

/// <summary>The tasks that an assembly declares as classes.</summary>
internal static class TaskClasses
{
    /// <summary>Every class that can be created without arguments.</summary>
    public static IEnumerable<TaskEntry> In(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly.GetTypes().Where(IsTask).Select(Entry);
    }

    private static bool IsTask(Type type) =>
        type is { IsClass: true, IsAbstract: false }
        && type.IsAssignableTo(typeof(IFrostingTask))
        && type.GetConstructor(Type.EmptyTypes) is not null;

    private static TaskEntry Entry(Type type) =>
        new()
        {
            Name = NameOf(type),
            Description = type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? "",
            Dependencies = [.. type.GetCustomAttributes<IsDependentOnAttribute>().Select(attribute => NameOf(attribute.Task))],
            DependeeOf = [],
            Create = () => (IFrostingTask)Activator.CreateInstance(type)!,
        };

    private static string NameOf(Type type) => type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name;
}
