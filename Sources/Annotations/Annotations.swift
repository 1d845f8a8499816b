// Annotations
